package rapport.followup.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import rapport.followup.mail.AddressHash;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;

/** Keeps who people are and their first verified address, which only the mail server ever gets to see; all others as keyed
 * hashes. */
@ApplicationScoped
public class PersonFeed implements MessageHandler {

    static final String CHANGED = "person.changed.v1";
    private static final String DELETED = "person.deleted.v1";

    private static final String UPSERT = """
            insert into person as known (person_id, version, deleted, display_name, zone, locale, subject, email, email_hash,
                                         email_hashes)
            select distinct on ("personId")
                   "personId", version, deleted, "displayName", zone, locale, subject, email,
                   decode("emailHash", 'base64'),
                   array(select decode(each, 'base64') from jsonb_array_elements_text("emailHashes") as all_of (each))
            from   jsonb_to_recordset(?::jsonb) as incoming ("personId" uuid, version bigint, deleted boolean,
                   "displayName" text, zone text, locale text, subject text, email text, "emailHash" text,
                   "emailHashes" jsonb)
            order  by "personId", version desc
            on conflict (person_id) do update
            set    version = excluded.version, deleted = excluded.deleted, display_name = excluded.display_name,
                   zone = excluded.zone, locale = excluded.locale, subject = excluded.subject, email = excluded.email,
                   email_hash = excluded.email_hash, email_hashes = excluded.email_hashes
            where  excluded.version > known.version
            """;

    /** What is read of the message. */
    record Changed(UUID personId, String displayName, String zone, String locale, String subject, List<Email> emails) {}

    record Email(String address, boolean verified) {}

    private record Row(
            UUID personId,
            long version,
            boolean deleted,
            String displayName,
            String zone,
            String locale,
            String subject,
            String email,
            byte[] emailHash,
            List<byte[]> emailHashes) {}

    private final AddressHash hash;

    PersonFeed(AddressHash hash) {
        this.hash = hash;
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
        Upsert.run(connection, UPSERT, batch.stream().map(this::row).toList());
    }

    private Row row(Inbound message) {
        if (message.type().equals(DELETED)) {
            return new Row(
                    message.aggregateId(), message.version(), true, null, null, null, null, null, null, List.of());
        }
        Changed person = message.read(Changed.class);
        message.requireKey(person.personId());
        String email = verified(person).findFirst().orElse(null);
        return new Row(
                person.personId(),
                message.version(),
                false,
                person.displayName(),
                person.zone(),
                person.locale(),
                person.subject(),
                email,
                email == null ? null : hash.of(email),
                verified(person).map(hash::of).toList());
    }

    private static Stream<String> verified(Changed person) {
        List<Email> emails = person.emails() == null ? List.of() : person.emails();
        return emails.stream()
                .filter(Email::verified)
                .map(Email::address)
                .filter(address -> address != null && !address.isBlank());
    }
}
