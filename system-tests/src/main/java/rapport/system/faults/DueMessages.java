package rapport.system.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Approved messages to as many people, as the rows that followup-service would have of them: ten of each sender, so that no
 * budget stands in the way, and due when it is said.
 */
public final class DueMessages {

    private static final String PEOPLE = """
            insert into person (person_id, version, display_name, zone, email, email_hash)
            select md5('%1$s-person-' || n)::uuid, 1, 'Person ' || n, 'Europe/Vienna', '%1$s-' || n || '@people.example',
                   sha256(convert_to('%1$s-' || n, 'UTF8'))
            from   generate_series(1, %2$d) n
            """;

    private static final String BOUNDARIES = """
            insert into boundary (person_id, version, mode, weekly_budget, zone, working_days, from_minute, to_minute,
                                  updated_at)
            select md5('%1$s-person-' || n)::uuid, 1, 'OPEN', 5, 'Europe/Vienna',
                   'MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY', 0, 1440, now()
            from   generate_series(1, %2$d) n
            """;

    private static final String CONTACTS = """
            insert into contact (contact_id, version, owner, status, kind, person_id, email_shared)
            select md5('%1$s-contact-' || n)::uuid, 1, '%1$s-sender-' || n / 10, 'ACTIVE', 'SCANNED',
                   md5('%1$s-person-' || n)::uuid, true
            from   generate_series(1, %2$d) n
            """;

    private static final String FOLLOW_UPS = """
            insert into follow_up (id, owner, owner_name, reply_to, contact_id, purpose, channel, created_at)
            select md5('%1$s-follow-up-' || n)::uuid, '%1$s-sender-' || n / 10, 'Sender', 'sender@people.example',
                   md5('%1$s-contact-' || n)::uuid, 'THANK', 'EMAIL', now()
            from   generate_series(1, %2$d) n
            """;

    private static final String STEPS = """
            insert into step (id, follow_up_id, position, kind, subject, body, anchor, offset_days, at_local)
            select md5('%1$s-step-' || n)::uuid, md5('%1$s-follow-up-' || n)::uuid, 0, 'MESSAGE', 'Thank you',
                   'It was good to meet you, number ' || n || '.', 'ABSOLUTE', 0, now()
            from   generate_series(1, %2$d) n
            """;

    private static final String PROGRESS = """
            insert into progress (follow_up_id, version, owner, state, step_id, recipient, due_at, send_at, not_after,
                                  approved_at, updated_at)
            select md5('%1$s-follow-up-' || n)::uuid, 2, '%1$s-sender-' || n / 10, 'SCHEDULED',
                   md5('%1$s-step-' || n)::uuid, md5('%1$s-person-' || n)::uuid, now(), now() + interval '1 day',
                   now() + interval '3 days', now(), now()
            from   generate_series(1, %2$d) n
            """;

    private final Connection connection;
    private final String name;

    public DueMessages(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    public void write(int messages) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String each : new String[] {PEOPLE, BOUNDARIES, CONTACTS, FOLLOW_UPS, STEPS, PROGRESS}) {
                statement.executeUpdate(each.formatted(name, messages));
            }
            statement.execute("analyze");
        }
    }

    /** So many more are due now. */
    public void release(int messages) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(releasing(messages));
        }
    }

    /** The statement by which so many more are due when its transaction commits. */
    public String releasing(int messages) {
        return """
                update progress set send_at = now()
                where  follow_up_id in (
                       select follow_up_id from progress
                       where  owner like '%s-sender-%%' and state = 'SCHEDULED' and send_at > now() + interval '1 hour'
                       limit  %d)
                """.formatted(name, messages);
    }

    /** How many there are in each state. */
    public Map<String, Long> states() throws SQLException {
        Map<String, Long> states = new HashMap<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select state, count(*) from progress where owner like '" + name
                        + "-sender-%' group by state")) {
            while (row.next()) {
                states.put(row.getString(1), row.getLong(2));
            }
        }
        return states;
    }

    /** The state of the follow-up of each message that was ever claimed, by Message-ID. */
    Map<String, String> byMessageId() throws SQLException {
        Map<String, String> states = new HashMap<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select d.message_id, p.state
                        from   delivery d
                        join   progress p on p.follow_up_id = d.follow_up_id
                        where  p.owner like '%s-sender-%%'
                        """.formatted(name))) {
            while (row.next()) {
                states.put(row.getString(1), row.getString(2));
            }
        }
        return states;
    }
}
