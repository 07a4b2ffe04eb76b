package rapport.system.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import rapport.stack.Stack;
import rapport.system.faults.DueMessages;

/** followup-service as it is packaged, with a table full of messages for tomorrow. */
final class OurSide implements DispatchSide {
    private static final String IS_LEFT = "select exists (select from progress where send_at <= now())";

    /** A delivery that was claimed once and sent once. */
    private static final String SENT_ONCE = """
            select count(*) from delivery where state = 'SENT' and attempts = 1
            """;

    private final Stack stack;
    private final Connection connection;
    private final DueClock clock;
    private final JournalLines sent;
    private DueMessages due;
    private int written;

    private OurSide(Stack stack, Connection connection, Path journal) {
        this.stack = stack;
        this.sent = new JournalLines(journal);
        this.connection = connection;
        this.clock = new DueClock(connection, IS_LEFT);
    }

    static OurSide fill(Stack stack, Path journal, int messages) throws SQLException {
        var side = new OurSide(stack, DispatchBenchmark.connect(stack.postgres().database("followup")), journal);
        side.fill(messages);
        return side;
    }

    /** So many more; those that were there until now never become due. */
    void fill(int messages) throws SQLException {
        due = new DueMessages(connection, "bench-" + written++);
        due.write(messages);
        vacuum();
    }

    private void vacuum() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    @Override
    public String key() {
        return "rapport";
    }

    @Override
    public Dispatched dispatch(int number) throws Exception {
        long before = sentOnce();
        Map<String, Long> statesBefore = due.states();
        long linesBefore = sent.count();
        Counters start = counters();
        double seconds = clock.run(due.releasing(number), number, () -> sent.count() >= linesBefore + number);
        Counters spent = counters().since(start);
        Map<String, Long> states = due.states();
        long sent = states.getOrDefault("SENT", 0L) - statesBefore.getOrDefault("SENT", 0L);
        if (sent != number || sentOnce() != before + number || states.containsKey("UNCERTAIN")) {
            throw new IllegalStateException(number + " were due, and " + statesBefore + " became " + states);
        }
        return new Dispatched(number, seconds, spent);
    }

    private long sentOnce() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(SENT_ONCE)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Counters counters() throws SQLException {
        return Counters.now(
                connection, stack.postgres().pid(), stack.service("followup").pid());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
