package rapport.followup.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import rapport.kit.sql.OpenTransactions;
import rapport.kit.sql.Sql;

/**
 * The parts of an erasure in their order: the person cannot be brought back any more, and nothing new is sent to them or by them;
 * who had read that they are here has finished; what was on its way has arrived or failed; everything goes.
 */
@ApplicationScoped
class Farewell {
    private static final String TOMBSTONE = """
            insert into erased_person (person_id, erased_at)
            values (?, ?)
            on conflict (person_id) do nothing
            """;

    /** As whom they sign in is needed until the last part, and not known any more from the first one on. */
    private static final String KEEP = """
            update erasure
            set    subject = coalesce(subject, (select subject from person where person_id = ?))
            where  id = ?
            """;

    private static final String CLOSE = "update erasure set closed_at = ? where id = ?";

    /** How it goes on. */
    enum Progress {
        /** Others have to finish first. */
        WAITS,
        MORE,
        NOTHING_LEFT
    }

    private final GoneContacts gone;
    private final AccountRows account;
    private final PersonRows person;

    Farewell(GoneContacts gone, AccountRows account, PersonRows person) {
        this.gone = gone;
        this.account = account;
        this.person = person;
    }

    /** Does the next part. */
    Progress part(Connection connection, Erasures.Open open, Instant now) throws SQLException {
        UUID personId = open.personId();
        if (open.closedAt() == null && Sql.update(connection, TOMBSTONE, personId, now) > 0) {
            person.lock(connection, personId);
            Sql.update(connection, KEEP, personId, open.id());
            person.silence(connection, personId);
            return Progress.MORE;
        }
        if (open.closedAt() == null) {
            Sql.update(connection, CLOSE, OpenTransactions.now(connection), open.id());
            return Progress.MORE;
        }
        if (open.subject() != null) {
            account.stop(connection, open.subject(), now);
        }
        if (OpenTransactions.anyOlderThan(open.closedAt(), connection)
                || gone.anyOf(connection, personId)
                || open.subject() != null && account.isSending(connection, open.subject())) {
            return Progress.WAITS;
        }
        if (open.subject() != null) {
            account.forget(connection, open.subject());
        }
        person.forget(connection, personId);
        person.forgetParked(connection, traces(open));
        return Progress.NOTHING_LEFT;
    }

    /** By what a message that nobody could read would tell of the person. */
    private static List<String> traces(Erasures.Open open) {
        var traces = new ArrayList<String>();
        traces.add(open.personId().toString());
        if (open.subject() != null) {
            traces.add(open.subject());
        }
        return traces;
    }
}
