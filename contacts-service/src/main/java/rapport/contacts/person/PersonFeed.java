package rapport.contacts.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import rapport.contacts.details.IdentityKeys;
import rapport.contacts.details.Words;
import rapport.contacts.settle.Settlement;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;
import rapport.kit.json.Json;
import rapport.kit.sql.Columns;

/** Keeps the share card's fields of people and whom they sign in as. Addresses are left in the message. */
@ApplicationScoped
class PersonFeed implements MessageHandler {
    private static final String CHANGED = "person.changed.v1";
    private static final String DELETED = "person.deleted.v1";

    private static final String UPSERT = """
            insert into person as p (id, version, subject, display_name, affiliation, career_stage, orcid, links, status, words, keys)
            select distinct on (id) id, version, subject, display_name, affiliation, career_stage, orcid, links::jsonb, status, words, array(select jsonb_array_elements_text(keys::jsonb))
            from   unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                   as m (id, version, subject, display_name, affiliation, career_stage, orcid, links, status, words, keys)
            order  by id, version desc
            on conflict (id) do update
            set    version = excluded.version, subject = excluded.subject, display_name = excluded.display_name,
                   affiliation = excluded.affiliation, career_stage = excluded.career_stage, orcid = excluded.orcid,
                   links = excluded.links, status = excluded.status, words = excluded.words, keys = excluded.keys
            where  excluded.version > p.version
            """;

    private final Settlement settlement;

    PersonFeed(Settlement settlement) {
        this.settlement = settlement;
    }

    record Changed(
            UUID personId,
            long version,
            String subject,
            String displayName,
            String affiliation,
            String careerStage,
            String orcid,
            Map<String, String> links,
            String status) {
        static Changed of(Inbound message) {
            if (message.type().equals(DELETED)) {
                return new Changed(
                        message.aggregateId(), message.version(), null, null, null, null, null, null, "DELETED");
            }
            Changed read = message.read(Changed.class);
            message.requireKey(read.personId);
            return new Changed(
                    read.personId,
                    read.version,
                    read.subject,
                    read.displayName,
                    read.affiliation,
                    read.careerStage,
                    read.orcid,
                    read.links,
                    "ACTIVE");
        }

        String keysJson() {
            String[] keys = new IdentityKeys()
                    .name(displayName)
                    .orcid(orcid)
                    .linkedIn(links == null ? null : links.get("linkedin"))
                    .affiliation(affiliation)
                    .toArray();
            return Json.canonical(keys == null ? List.of() : List.of(keys));
        }

        /** By what owners find the person whose card they hold. */
        String words() {
            return Words.findable(Arrays.asList(displayName, affiliation));
        }

        String linksJson() {
            return Json.canonical(links == null ? Map.of() : new TreeMap<>(links));
        }
    }

    @Override
    public String topic() {
        return "rapport.person.v1";
    }

    @Override
    public Set<String> types() {
        return Set.of(CHANGED, DELETED);
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        List<Changed> people = batch.stream().map(Changed::of).toList();
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            new Columns<>(connection, statement, people)
                    .with("uuid", Changed::personId)
                    .with("bigint", Changed::version)
                    .with("text", Changed::subject)
                    .with("text", Changed::displayName)
                    .with("text", Changed::affiliation)
                    .with("text", Changed::careerStage)
                    .with("text", Changed::orcid)
                    .with("text", Changed::linksJson)
                    .with("text", Changed::status)
                    .with("text", Changed::words)
                    .with("text", Changed::keysJson);
            statement.executeUpdate();
        }
    }

    @Override
    public void committed() {
        settlement.wake();
    }
}
