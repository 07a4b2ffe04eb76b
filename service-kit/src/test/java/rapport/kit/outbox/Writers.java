package rapport.kit.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Transactions of many writers, interleaved at random with steps of a relay. As with an aggregate's row lock, a key belongs to one
 * open transaction at a time, and many a transaction has its id long before it gets the key.
 */
final class Writers {
    static final int KEYS = 4;

    private final OutboxFixture outbox;
    private final Random random;
    private final List<Connection> open = new ArrayList<>();
    private final Map<UUID, Connection> holders = new HashMap<>();
    private long written;

    Writers(OutboxFixture outbox, Random random) {
        this.outbox = outbox;
        this.random = random;
    }

    void step(OutboxRelay relay) throws SQLException {
        switch (random.nextInt(5)) {
            case 0 -> begin();
            case 1, 2 -> append();
            case 3 -> commit();
            default -> relay.runOnce();
        }
    }

    void commitAll() throws SQLException {
        while (!open.isEmpty()) {
            commit();
        }
    }

    /** How many facts there are; their versions are 1 to this. */
    long written() {
        return written;
    }

    private void begin() throws SQLException {
        if (open.size() < 8) {
            Connection connection = outbox.database.begin();
            open.add(connection);
            if (random.nextBoolean()) {
                OutboxFixture.takeTransactionId(connection);
            }
        }
    }

    private void append() throws SQLException {
        if (open.isEmpty()) {
            return;
        }
        Connection connection = open.get(random.nextInt(open.size()));
        UUID key = new UUID(0, random.nextInt(KEYS));
        if (holders.computeIfAbsent(key, free -> connection) == connection) {
            outbox.append(connection, key, ++written);
        }
    }

    private void commit() throws SQLException {
        if (open.isEmpty()) {
            return;
        }
        try (Connection done = open.remove(random.nextInt(open.size()))) {
            done.commit();
            holders.values().removeIf(holder -> holder == done);
        }
    }
}
