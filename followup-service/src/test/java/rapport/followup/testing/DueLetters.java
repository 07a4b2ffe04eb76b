package rapport.followup.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import rapport.followup.mail.DeliveryIds;
import rapport.kit.id.Ids;

/** Approved follow-ups that are due, as rows; and what became of them. */
@ApplicationScoped
public class DueLetters {

    private final DataSource dataSource;

    DueLetters(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Nothing is left of what other tests approved. */
    public void clear() {
        update("""
                truncate follow_up, step, progress, delivery, gate_decision, recipient, sender, suppression, stop_signal,
                         contact_request, letter, question, question_digest, safe_mode, lost_delivery cascade""");
    }

    public UUID due(String owner, UUID contact, UUID event) {
        return letter(owner, contact, event, "SCHEDULED", "now() - interval '1 second'", "now() + interval '3 days'");
    }

    /** The person's own rules: at any hour of any day. */
    public void boundary(UUID person, String mode, int budget) {
        update("""
                insert into boundary (person_id, version, mode, weekly_budget, zone, working_days, from_minute, to_minute,
                                      updated_at)
                values ('%s', 1, '%s', %d, 'Europe/Madrid',
                        'MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY', 0, 1440, now())
                """.formatted(person, mode, budget));
    }

    public UUID draft(String owner, UUID contact, UUID event) {
        return letter(owner, contact, event, "DRAFT", "null", "null");
    }

    public UUID stale(String owner, UUID contact, UUID event) {
        return letter(owner, contact, event, "SCHEDULED", "now() - interval '4 days'", "now() - interval '1 day'");
    }

    /** One that was sent to this person. @return its delivery */
    public UUID sent(String owner, UUID contact, UUID event, UUID person) {
        UUID followUp = letter(owner, contact, event, "SENT", "null", "null");
        UUID delivery = DeliveryIds.of(step(followUp), person);
        update("update progress set recipient = '%s', sent_at = now() where follow_up_id = '%s'"
                .formatted(person, followUp));
        update("""
                insert into delivery (id, follow_up_id, step_id, recipient, address_hash, message_id, state, attempts,
                                      claimed_at, finished_at, owner, event_id)
                select '%s', '%s', '%s', person_id, email_hash, '<%s@rapport.example>', 'SENT', 1, now(), now(), '%s', '%s'
                from   person where person_id = '%s'
                """.formatted(delivery, followUp, step(followUp), delivery, owner, event, person));
        return delivery;
    }

    private UUID letter(String owner, UUID contact, UUID event, String state, String sendAt, String notAfter) {
        UUID id = Ids.next();
        UUID step = Ids.next();
        update("""
                insert into follow_up (id, owner, owner_name, reply_to, contact_id, event_id, purpose, channel, goal,
                                       context, question, created_at)
                values ('%s', '%s', 'Maya Haddad', 'maya@people.example', '%s', '%s', 'THANK', 'EMAIL', 'Learn',
                        'Your talk', 'Which registry?', now())
                """.formatted(id, owner, contact, event));
        update("""
                insert into step (id, follow_up_id, position, kind, subject, body, anchor, offset_days, at_local)
                values ('%s', '%s', 0, 'MESSAGE', 'Thank you', 'Dear Dr. López', 'ABSOLUTE', 0, now())
                """.formatted(step, id));
        update("""
                insert into progress (follow_up_id, version, owner, state, step_id, recipient, due_at, send_at, not_after,
                                      approved_at, updated_at)
                values ('%s', 2, '%s', '%s', '%s', (select person_id from contact where contact_id = '%s'), now(), %s, %s,
                        now(), now())
                """.formatted(id, owner, state, step, contact, sendAt, notAfter));
        return id;
    }

    public String state(UUID followUp) {
        return one("select state from progress where follow_up_id = '" + followUp + "'");
    }

    public String reason(UUID followUp) {
        return one("select reason from progress where follow_up_id = '" + followUp + "'");
    }

    public UUID step(UUID followUp) {
        return UUID.fromString(one("select step_id from progress where follow_up_id = '" + followUp + "'"));
    }

    public List<String> states() {
        return all("select state from progress order by state");
    }

    public List<String> deliveries() {
        return all("select state from delivery order by state");
    }

    public String one(String sql) {
        List<String> rows = all(sql);
        return rows.isEmpty() ? null : rows.getFirst();
    }

    public List<String> all(String sql) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public void update(String sql) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
