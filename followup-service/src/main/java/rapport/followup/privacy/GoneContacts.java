package rapport.followup.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rapport.followup.followup.FollowUpFacts;
import rapport.kit.sql.Sql;

/**
 * Contacts that are gone, because their person is erased or contacts-service says so: what was to be sent to them is stopped, and
 * what was written to them or about them loses its words. The owner keeps that there was a follow-up, and how it ended.
 */
@ApplicationScoped
class GoneContacts {
    /** A message that is under way is not called back; its contact comes next time. */
    private static final String NEXT = """
            select c.contact_id
            from   contact c
            where  c.deleted and not c.redacted
            and    not exists (select 1
                               from   follow_up f
                               join   progress p on p.follow_up_id = f.id and p.state = 'SENDING'
                               where  f.contact_id = c.contact_id)
            and    not exists (select 1
                               from   follow_up f
                               join   letter l on l.thread_id = f.id and l.state = 'SENDING'
                               where  f.contact_id = c.contact_id)
            order  by c.contact_id
            limit  500
            for update of c skip locked
            """;

    private static final String LEFT = "select 1 from contact where person_id = ? and deleted and not redacted limit 1";

    private static final String STOP = """
            update progress p
            set    state = case when p.state in ('DRAFT', 'NEEDS_PREPARATION', 'SCHEDULED', 'HELD') then 'STOPPED' else p.state end,
                   reason = case when p.state in ('DRAFT', 'NEEDS_PREPARATION', 'SCHEDULED', 'HELD') then 'erased' else p.reason end,
                   send_at = null, estimate_at = null, recipient = null, version = p.version + 1, updated_at = ?
            from   follow_up f
            where  f.id = p.follow_up_id and f.contact_id = any (?::uuid[]) and p.state <> 'SENDING'
            returning p.follow_up_id
            """;

    private static final List<String> REDACT = List.of(
            "update follow_up set goal = null, context = null, question = null, offer = null where id = any (?::uuid[])",
            "update step set subject = null, body = null, body_hash = null where follow_up_id = any (?::uuid[])",
            "update outcome set note = null where follow_up_id = any (?::uuid[])",
            "delete from merge_stop where follow_up_id = any (?::uuid[])",
            "delete from turn where follow_up_id = any (?::uuid[])",
            "delete from replan where follow_up_id = any (?::uuid[])",
            "delete from letter where thread_id = any (?::uuid[])",
            "delete from gate_decision where follow_up_id = any (?::uuid[])",
            "update delivery set detail = null where follow_up_id = any (?::uuid[])",
            // Answers that would be given again.
            """
            delete from idempotency_key k
            using  follow_up f
            where  f.id = any (?::uuid[]) and k.owner = f.owner
            and    (position(convert_to(f.id::text, 'UTF8') in k.body) > 0 or position(f.id::text in k.path) > 0)
            """);

    private static final List<String> DONE = List.of(
            "delete from stop_signal where contact_id = any (?::uuid[])",
            "delete from interaction where contact_id = any (?::uuid[])",
            "delete from reciprocity where contact_id = any (?::uuid[])",
            "update contact set redacted = true, encounters = '[]' where contact_id = any (?::uuid[])");

    private final FollowUpFacts facts;

    GoneContacts(FollowUpFacts facts) {
        this.facts = facts;
    }

    /** @return how many contacts it was; 0 when none is left, or what is left has to wait */
    int redact(Connection connection, Instant now) throws SQLException {
        List<UUID> contacts = Sql.query(connection, NEXT, row -> Sql.id(row, "contact_id"));
        if (contacts.isEmpty()) {
            return 0;
        }
        List<UUID> followUps = Sql.query(connection, STOP, row -> Sql.id(row, "follow_up_id"), now, contacts);
        for (String sql : REDACT) {
            Sql.update(connection, sql, followUps);
        }
        for (String sql : DONE) {
            Sql.update(connection, sql, contacts);
        }
        facts.append(connection, followUps);
        return contacts.size();
    }

    /** Whether something that was written to the person is still to be redacted. */
    boolean anyOf(Connection connection, UUID person) throws SQLException {
        return !Sql.query(connection, LEFT, row -> 1, person).isEmpty();
    }
}
