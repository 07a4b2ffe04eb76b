package rapport.followup.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
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
        update("truncate follow_up, step, progress, delivery, gate_decision, recipient, suppression cascade");
    }

    public UUID due(String owner, UUID contact, UUID event) {
        return letter(owner, contact, event, "SCHEDULED", "now() - interval '1 second'", "now() + interval '3 days'");
    }

    public UUID draft(String owner, UUID contact, UUID event) {
        return letter(owner, contact, event, "DRAFT", "null", "null");
    }

    public UUID stale(String owner, UUID contact, UUID event) {
        return letter(owner, contact, event, "SCHEDULED", "now() - interval '4 days'", "now() - interval '1 day'");
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
                insert into progress (follow_up_id, version, owner, state, step_id, due_at, send_at, not_after,
                                      approved_at, updated_at)
                values ('%s', 2, '%s', '%s', '%s', now(), %s, %s, now(), now())
                """.formatted(id, owner, state, step, sendAt, notAfter));
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
