package rapport.system.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Approved messages as the rows that followup-service would have of them: at most ten people of each sender, so that no sender's
 * own budget stands in the way, and due when it is said.
 */
public final class DueMessages {

    /**
     * Who writes to whom, as SQL over the number {@code n} of a message, beginning with 1.
     *
     * @param person the number of its recipient
     * @param sender the number of its sender
     */
    public record Shape(String person, String sender, int weeklyBudget) {
        public static final Shape EACH_TO_ANOTHER = new Shape("n", "n / 10", 5);

        /** All write to one, again and again. */
        static Shape allToOne(int senders, int weeklyBudget) {
            return new Shape("0", "n % " + senders, weeklyBudget);
        }

        /** After so many messages the same people are written to again, by the same senders. */
        static Shape againAndAgain(int people) {
            return new Shape("n % " + people, "n % " + people + " / 10", 5);
        }
    }

    /** As {@code uuidv7()} would have given them, a thousand in each millisecond from that one on, and the same again when asked again. */
    private static final String IDS = """
            create or replace function pg_temp.id(kind text, n bigint) returns uuid language sql immutable as $$
                select (lpad(to_hex(%d + n / 1000), 12, '0') || '7' || lpad(to_hex(n %% 1000), 3, '0') || 'a'
                        || substr(md5(kind || n), 1, 15))::uuid
            $$
            """;

    private static final String PEOPLE = """
            insert into person (person_id, version, display_name, zone, email, email_hash)
            select distinct pg_temp.id('%1$s-person-', %3$s), 1, 'Person ' || (%3$s), 'Europe/Vienna',
                   '%1$s-' || (%3$s) || '@people.example',
                   sha256(convert_to('%1$s-' || (%3$s), 'UTF8'))
            from   generate_series(1, %2$d) n
            """;

    private static final String BOUNDARIES = """
            insert into boundary (person_id, version, mode, weekly_budget, zone, working_days, from_minute, to_minute,
                                  updated_at)
            select distinct pg_temp.id('%1$s-person-', %3$s), 1, 'OPEN', %5$d, 'Europe/Vienna',
                   'MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY', 0, 1440, now()
            from   generate_series(1, %2$d) n
            """;

    private static final String CONTACTS = """
            insert into contact (contact_id, version, owner, status, kind, person_id, email_shared)
            select distinct pg_temp.id('%1$s-contact-' || (%4$s) || '-', %3$s), 1, '%1$s-sender-' || (%4$s), 'ACTIVE',
                   'SCANNED', pg_temp.id('%1$s-person-', %3$s), true
            from   generate_series(1, %2$d) n
            """;

    private static final String FOLLOW_UPS = """
            insert into follow_up (id, owner, owner_name, reply_to, contact_id, purpose, channel, created_at)
            select pg_temp.id('%1$s-follow-up-', n), '%1$s-sender-' || (%4$s), 'Sender', 'sender@people.example',
                   pg_temp.id('%1$s-contact-' || (%4$s) || '-', %3$s), 'THANK', 'EMAIL', now()
            from   generate_series(1, %2$d) n
            """;

    private static final String STEPS = """
            insert into step (id, follow_up_id, position, kind, subject, body, anchor, offset_days, at_local)
            select pg_temp.id('%1$s-step-', n), pg_temp.id('%1$s-follow-up-', n), 0, 'MESSAGE', 'Thank you',
                   'It was good to meet you, number ' || n || '.', 'ABSOLUTE', 0, now()
            from   generate_series(1, %2$d) n
            """;

    private static final String PROGRESS = """
            insert into progress (follow_up_id, version, owner, state, step_id, recipient, due_at, send_at, not_after,
                                  approved_at, updated_at)
            select pg_temp.id('%1$s-follow-up-', n), 2, '%1$s-sender-' || (%4$s), 'SCHEDULED',
                   pg_temp.id('%1$s-step-', n), pg_temp.id('%1$s-person-', %3$s), now(), now() + interval '1 day',
                   now() + interval '3 days', now(), now()
            from   generate_series(1, %2$d) n
            """;

    private final Connection connection;
    private final String name;
    private final Shape shape;
    private final long created = System.currentTimeMillis();

    public DueMessages(Connection connection, String name) {
        this(connection, name, Shape.EACH_TO_ANOTHER);
    }

    DueMessages(Connection connection, String name, Shape shape) {
        this.connection = connection;
        this.name = name;
        this.shape = shape;
    }

    public void write(int messages) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(IDS.formatted(created));
            for (String each : new String[] {PEOPLE, BOUNDARIES, CONTACTS, FOLLOW_UPS, STEPS, PROGRESS}) {
                statement.executeUpdate(
                        each.formatted(name, messages, shape.person(), shape.sender(), shape.weeklyBudget()));
            }
            statement.execute("analyze");
        }
    }

    /** The address of the recipient of that number. */
    String address(int person) {
        return name + "-" + person + "@people.example";
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

    /** Those from one number to another are due one after the other, the first of them so many milliseconds from now. */
    void release(int from, int to, int afterMillis, int apartMillis) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(IDS.formatted(created));
            statement.executeUpdate("""
                    update progress set send_at = now() + interval '1 millisecond' * (%d + %d * (n - %d))
                    from   generate_series(%3$d, %4$d) n
                    where  follow_up_id = pg_temp.id('%5$s-follow-up-', n)
                    """.formatted(afterMillis, apartMillis, from, to, name));
        }
    }

    /** How many are held and know when they may go. */
    int heldWithDate() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from progress where owner like '" + name
                        + "-sender-%' and state = 'HELD' and estimate_at is not null")) {
            row.next();
            return row.getInt(1);
        }
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
