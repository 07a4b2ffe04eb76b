package rapport.contacts.speaker;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.contacts.details.IdentityKeys;
import rapport.contacts.details.Words;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;
import rapport.kit.json.Json;
import rapport.kit.sql.Columns;

/** Keeps what the programme says about speakers. It holds no address. */
@ApplicationScoped
class SpeakerFeed implements MessageHandler {
    private static final String CHANGED = "speaker.changed.v1";
    private static final String DELETED = "speaker.deleted.v1";

    private static final String UPSERT = """
            insert into speaker as s (id, version, event_id, person_id, display_name, credentials, affiliation, country, orcid,
                                      contact_mode, status, words, keys)
            select distinct on (id) id, version, event_id, person_id, display_name, credentials, affiliation, country, orcid,
                   contact_mode, status, words, array(select jsonb_array_elements_text(keys::jsonb))
            from   unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                          ?::text[], ?::text[], ?::text[], ?::text[])
                   as m (id, version, event_id, person_id, display_name, credentials, affiliation, country, orcid,
                         contact_mode, status, words, keys)
            order  by id, version desc
            on conflict (id) do update
            set    version = excluded.version, event_id = excluded.event_id, person_id = excluded.person_id,
                   display_name = excluded.display_name, credentials = excluded.credentials, affiliation = excluded.affiliation,
                   country = excluded.country, orcid = excluded.orcid, contact_mode = excluded.contact_mode,
                   status = excluded.status, words = excluded.words, keys = excluded.keys
            where  excluded.version > s.version
            """;

    record Changed(
            UUID speakerId,
            long version,
            UUID eventId,
            UUID personId,
            String displayName,
            String credentials,
            String affiliation,
            String country,
            String orcid,
            String contactMode,
            String status) {
        static Changed of(Inbound message) {
            if (message.type().equals(DELETED)) {
                return new Changed(
                        message.aggregateId(),
                        message.version(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "DELETED");
            }
            Changed changed = message.read(Changed.class);
            message.requireKey(changed.speakerId);
            return changed;
        }

        String keysJson() {
            String[] keys = new IdentityKeys()
                    .name(displayName)
                    .orcid(orcid)
                    .affiliation(affiliation)
                    .toArray();
            return Json.canonical(keys == null ? List.of() : List.of(keys));
        }

        /** By what owners find the speaker among their contacts. */
        String words() {
            return Words.findable(Arrays.asList(displayName, affiliation));
        }
    }

    @Override
    public String topic() {
        return "rapport.speaker.v1";
    }

    @Override
    public Set<String> types() {
        return Set.of(CHANGED, DELETED);
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        List<Changed> speakers = batch.stream().map(Changed::of).toList();
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            new Columns<>(connection, statement, speakers)
                    .with("uuid", Changed::speakerId)
                    .with("bigint", Changed::version)
                    .with("uuid", Changed::eventId)
                    .with("uuid", Changed::personId)
                    .with("text", Changed::displayName)
                    .with("text", Changed::credentials)
                    .with("text", Changed::affiliation)
                    .with("text", Changed::country)
                    .with("text", Changed::orcid)
                    .with("text", Changed::contactMode)
                    .with("text", Changed::status)
                    .with("text", Changed::words)
                    .with("text", Changed::keysJson);
            statement.executeUpdate();
        }
    }
}
