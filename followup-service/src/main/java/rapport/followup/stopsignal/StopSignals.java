package rapport.followup.stopsignal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import rapport.followup.circumstances.StopKind;
import rapport.followup.correspondence.Correspondence;
import rapport.kit.id.Ids;
import rapport.kit.sql.Sql;

/** Tells the gates what a recipient did that stops whatever the sender had planned until then. */
public final class StopSignals {

    private static final String KEEP = """
            insert into stop_signal (id, owner, person_id, contact_id, kind, at)
            values (?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    // Drafts of sequences that have begun; what is approved is asked about by the gates.
    private static final String LOOK_AT_DRAFTS = """
            insert into replan (follow_up_id)
            select p.follow_up_id
            from   progress p
            join   follow_up f on f.id = p.follow_up_id
            where  p.owner = ? and p.state in ('DRAFT', 'NEEDS_PREPARATION') and p.sent_at is not null
            and    (p.recipient = ? or f.contact_id = ?)
            on conflict do nothing
            """;

    private StopSignals() {}

    /**
     * @param cause what it follows from: told again by the same cause it is told once
     */
    public static void tell(Connection connection, Correspondence about, StopKind kind, UUID cause, Instant at)
            throws SQLException {
        if (about.owner() == null) {
            return;
        }
        UUID id = Ids.derived(cause, kind.name());
        Sql.update(connection, KEEP, id, about.owner(), about.recipient(), about.contactId(), kind, at);
        Sql.update(connection, LOOK_AT_DRAFTS, about.owner(), about.recipient(), about.contactId());
    }
}
