package rapport.followup.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import rapport.kit.sql.Sql;

/**
 * Erases what an account wrote and planned. What it sent stays counted against its recipients' budgets, as rows that tell of nobody
 * who sent it.
 */
@ApplicationScoped
class AccountRows {
    private static final String STOP = """
            update progress
            set    state = 'STOPPED', reason = 'erased', send_at = null, estimate_at = null, version = version + 1, updated_at = ?
            where  owner = ? and state in ('DRAFT', 'NEEDS_PREPARATION', 'SCHEDULED', 'HELD')
            """;

    private static final String SENDING = """
            select 1 where exists (select 1 from progress where owner = ? and state = 'SENDING')
                     or    exists (select 1 from letter where (owner = ? or sender = ?) and state = 'SENDING')
            """;

    private static final String STOP_LETTERS = """
            update letter
            set    state = 'STOPPED', send_at = null, words = null, finished_at = ?
            where  (owner = ? or sender = ?) and state = 'WAITING'
            """;

    private static final String FOLLOW_UPS = """
            with gone as (
                delete from progress where owner = ? returning follow_up_id, version + 1 as version
            )
            insert into outbox (topic, key, version, type, body)
            select 'rapport.followup.v1', follow_up_id, version, 'followup.deleted.v1',
                   json_build_object('followUpId', follow_up_id, 'version', version)::text
            from   gone
            """;

    private static final List<String> OWNED = List.of(
            "update delivery set detail = null, owner = null where owner = ?",
            "delete from sender where owner = ?",
            "delete from gate_decision g using follow_up f where f.id = g.follow_up_id and f.owner = ?",
            "delete from step s using follow_up f where f.id = s.follow_up_id and f.owner = ?",
            "delete from follow_up where owner = ?",
            "delete from audience where owner = ?",
            "delete from interaction where owner = ?",
            "delete from reciprocity where owner = ?",
            "delete from digest_setting where owner = ?",
            "delete from digest_delivery where owner = ?",
            "delete from calendar_feed where owner = ?",
            "update contact set deleted = true, redacted = true, owner = null, person_id = null, encounters = '[]' where owner = ?",
            "delete from stop_signal where owner = ?",
            "delete from template where owner = ?",
            "delete from letter where owner = ?",
            "delete from letter where sender = ?",
            "delete from contact_request where owner = ?",
            "delete from question where asker = ?",
            "delete from idempotency_key where owner = ?");

    void stop(Connection connection, String subject, Instant now) throws SQLException {
        Sql.update(connection, STOP, now, subject);
        Sql.update(connection, STOP_LETTERS, now, subject, subject);
    }

    /** Whether a message is under way whose end has to be waited for. */
    boolean isSending(Connection connection, String subject) throws SQLException {
        return !Sql.query(connection, SENDING, row -> 1, subject, subject, subject)
                .isEmpty();
    }

    void forget(Connection connection, String subject) throws SQLException {
        Sql.update(connection, FOLLOW_UPS, subject);
        for (String sql : OWNED) {
            Sql.update(connection, sql, subject);
        }
    }
}
