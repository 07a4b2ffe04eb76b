package rapport.followup.suppression;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import rapport.followup.correspondence.Correspondence;
import rapport.followup.mail.AddressHash;
import rapport.kit.sql.Sql;

/**
 * Keeps who must not be written to. It counts for every verified address of the person, by keyed hashes that stay when the
 * person is erased: whoever comes back under the same address is still left alone.
 */
@ApplicationScoped
public class Suppressions {

    // For good stays for good; another date for the same reason is the newer word.
    private static final String KEEP = """
            insert into suppression as known (address_hash, sender_hash, person_id, reason, until, created_at)
            select distinct address, cast(? as bytea), cast(? as uuid), ?, cast(? as timestamptz), cast(? as timestamptz)
            from   (select cast(? as bytea) as address
                    union
                    select unnest(email_hashes) from person where person_id = ?) as all_of_them
            order  by address
            on conflict (address_hash, sender_hash, reason) do update
            set    until = case when known.until is null then null else excluded.until end,
                   person_id = coalesce(excluded.person_id, known.person_id)
            """;

    private static final byte[] EVERY_SENDER = new byte[0];

    private final AddressHash hash;

    Suppressions(AddressHash hash) {
        this.hash = hash;
    }

    /** @param until null: for good */
    public void everybody(
            Connection connection, Correspondence to, SuppressionReason reason, Instant until, Instant now)
            throws SQLException {
        keep(connection, to, EVERY_SENDER, reason, until, now);
    }

    /** Only what this sender writes; the sender has to be known still. */
    public void sender(Connection connection, Correspondence to, SuppressionReason reason, Instant now)
            throws SQLException {
        keep(connection, to, hash.ofSender(to.owner()), reason, null, now);
    }

    /** Only the address that a message went to; the person's others may be fine. */
    public void address(Connection connection, Correspondence to, SuppressionReason reason, Instant until, Instant now)
            throws SQLException {
        Sql.update(connection, KEEP, EVERY_SENDER, null, reason.code(), until, now, to.addressHash(), null);
    }

    private static void keep(
            Connection connection,
            Correspondence to,
            byte[] sender,
            SuppressionReason reason,
            Instant until,
            Instant now)
            throws SQLException {
        UUID person = to.recipient();
        Sql.update(connection, KEEP, sender, person, reason.code(), until, now, to.addressHash(), person);
    }
}
