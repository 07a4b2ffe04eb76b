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
import java.util.stream.Stream;
import rapport.contacts.details.IdentityKeys;
import rapport.contacts.details.Words;
import rapport.contacts.erased.ErasedIdentities;
import rapport.contacts.settle.Settlement;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;
import rapport.kit.json.Json;
import rapport.kit.sql.Columns;

/**
 * Keeps the share card's fields of people and whom they sign in as. Verified addresses are kept apart: they are for the cards that
 * people make of themselves, and for nothing else.
 */
@ApplicationScoped
class PersonFeed implements MessageHandler {
    private static final String CHANGED = "person.changed.v1";
    private static final String DELETED = "person.deleted.v1";

    private static final String UPSERT = """
            insert into person as p (id, version, subject, display_name, affiliation, career_stage, orcid, links, status, words, keys, name_words)
            select distinct on (id) id, version, subject, display_name, affiliation, career_stage, orcid, links::jsonb, status, words, array(select jsonb_array_elements_text(keys::jsonb)), name_words
            from   unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                   as m (id, version, subject, display_name, affiliation, career_stage, orcid, links, status, words, keys, name_words)
            order  by id, version desc
            on conflict (id) do update
            set    version = excluded.version, subject = excluded.subject, display_name = excluded.display_name,
                   affiliation = excluded.affiliation, career_stage = excluded.career_stage, orcid = excluded.orcid,
                   links = excluded.links, status = excluded.status, words = excluded.words, keys = excluded.keys,
                   name_words = excluded.name_words
            where  excluded.version > p.version
            """;

    // A card loses the address with it (fk_share_card_email), and those who were shown it are to be told.
    private static final String FORGET_ADDRESSES = """
            with said as (
                select m.id
                from   unnest(?::uuid[], ?::bigint[]) as m (id, version)
                join   person p on p.id = m.id and p.version = m.version
            ), gone as (
                delete from verified_address a
                using  said s
                where  a.person_id = s.id
                and    not exists (select 1
                                   from   unnest(?::uuid[], ?::bigint[], ?::text[]) as k (id, version, address)
                                   join   person p on p.id = k.id and p.version = k.version
                                   where  k.id = a.person_id and k.address = a.address)
                returning a.person_id
            )
            insert into sharing_change as c (person_id)
            select distinct g.person_id from gone g order by g.person_id
            on conflict (person_id) do update
            set    number = c.number + 1, again_at = null
            """;

    private static final String KEEP_ADDRESSES = """
            with said as (
                select m.id
                from   unnest(?::uuid[], ?::bigint[]) as m (id, version)
                join   person p on p.id = m.id and p.version = m.version
            )
            insert into verified_address (person_id, address)
            select distinct k.id, k.address
            from   unnest(?::uuid[], ?::bigint[], ?::text[]) as k (id, version, address)
            join   person p on p.id = k.id and p.version = k.version
            join   said s on s.id = k.id
            order  by k.id, k.address
            on conflict do nothing
            """;

    private static final List<String> LET_CARDS_GO = List.of(
            "update person set card_id = null where id = any (?::uuid[]) and status = 'DELETED'",
            """
            update registration as r
            set    card_id = null
            from   person p
            where  p.id = any (?::uuid[]) and p.status = 'DELETED' and r.person_id = p.id
            """,
            "delete from consent k using person p where p.id = any (?::uuid[]) and p.status = 'DELETED' and k.person_id = p.id",
            "delete from share_card s using person p where p.id = any (?::uuid[]) and p.status = 'DELETED' and s.person_id = p.id",
            """
            insert into sharing_change as c (person_id)
            select p.id from person p where p.id = any (?::uuid[]) and p.status = 'DELETED' order by p.id
            on conflict (person_id) do update
            set    number = c.number + 1, again_at = null
            """);

    private final Settlement settlement;
    private final ErasedIdentities erased;

    PersonFeed(Settlement settlement, ErasedIdentities erased) {
        this.settlement = settlement;
        this.erased = erased;
    }

    record Email(String address, boolean verified) {}

    /** A verified address of a person, as one message says it. */
    private record Address(Changed person, String address) {}

    record Changed(
            UUID personId,
            long version,
            String subject,
            String displayName,
            String affiliation,
            String careerStage,
            String orcid,
            Map<String, String> links,
            List<Email> emails,
            String status) {
        static Changed of(Inbound message) {
            if (message.type().equals(DELETED)) {
                return new Changed(
                        message.aggregateId(), message.version(), null, null, null, null, null, null, null, "DELETED");
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
                    read.emails,
                    "ACTIVE");
        }

        String keysJson() {
            String[] keys = keys().name(displayName).affiliation(affiliation).toArray();
            return Json.canonical(keys == null ? List.of() : List.of(keys));
        }

        private IdentityKeys keys() {
            return new IdentityKeys().orcid(orcid).linkedIn(links == null ? null : links.get("linkedin"));
        }

        /** By what the person is known for certain. */
        Stream<ErasedIdentities.Known> known() {
            String[] keys =
                    keys().emails(verified().map(Address::address).toList()).toArray();
            return ErasedIdentities.certain(keys).stream().map(key -> new ErasedIdentities.Known(personId, key));
        }

        /** By what owners find the person whose card they hold. */
        String words() {
            return Words.findable(Arrays.asList(displayName, affiliation));
        }

        /** By what those find them to whom they do not tell where they work. */
        String nameWords() {
            return Words.findable(Arrays.asList(displayName));
        }

        Stream<Address> verified() {
            return emails == null
                    ? Stream.empty()
                    : emails.stream()
                            .filter(email -> email != null && email.verified && email.address != null)
                            .map(email -> new Address(this, email.address));
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
                    .with("text", Changed::keysJson)
                    .with("text", Changed::nameWords);
            statement.executeUpdate();
        }
        erased.comeBack(connection, people.stream().flatMap(Changed::known).toList());
        keepAddresses(connection, people);
        letCardsGo(connection, people);
    }

    private static void keepAddresses(Connection connection, List<Changed> people) throws SQLException {
        List<Address> addresses = people.stream().flatMap(Changed::verified).toList();
        for (String sql : List.of(FORGET_ADDRESSES, KEEP_ADDRESSES)) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                new Columns<>(connection, statement, people)
                        .with("uuid", Changed::personId)
                        .with("bigint", Changed::version)
                        .then(addresses)
                        .with("uuid", address -> address.person().personId())
                        .with("bigint", address -> address.person().version())
                        .with("text", Address::address);
                statement.executeUpdate();
            }
        }
    }

    /** Of deleted people nothing is left that could be shared; for the others only receipts would tell that there was. */
    private static void letCardsGo(Connection connection, List<Changed> people) throws SQLException {
        Object[] gone = people.stream()
                .filter(person -> person.status().equals("DELETED"))
                .map(Changed::personId)
                .distinct()
                .toArray();
        for (String sql : gone.length == 0 ? List.<String>of() : LET_CARDS_GO) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("uuid", gone));
                statement.executeUpdate();
            }
        }
    }

    @Override
    public void committed() {
        settlement.wake();
    }
}
