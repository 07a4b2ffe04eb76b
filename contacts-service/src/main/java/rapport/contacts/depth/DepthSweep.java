package rapport.contacts.depth;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import rapport.contacts.contact.ContactTable;
import rapport.kit.upkeep.Chore;

/**
 * Goes over all contacts again and again, a page at a time, and computes their bands: relationships cool while nobody does anything, and
 * scans add encounters without waiting for this. A full rebuild is one round of it. One replica at a time.
 */
@ApplicationScoped
class DepthSweep implements Chore {
    private static final long LOCK = 0x6465_7074_6820_7377L;
    private static final UUID FIRST = new UUID(0, 0);

    private static final String ALONE = "select pg_try_advisory_xact_lock(?)";

    private static final String PAGE = """
            select owner, id
            from   contact
            where  (owner, id) > (?, ?) and merged_into is null and deleted_at is null
            order  by owner, id
            limit  ?
            """;

    private final AgroalDataSource database;
    private final ContactTable contacts;
    private final DepthTable table;
    private final DepthConfig config;
    private final Clock clock;

    private BondReader.Key reached = new BondReader.Key("", FIRST);
    private Instant begun = Instant.MIN;

    DepthSweep(AgroalDataSource database, ContactTable contacts, DepthTable table, DepthConfig config, Clock clock) {
        this.database = database;
        this.contacts = contacts;
        this.table = table;
        this.config = config;
        this.clock = clock;
    }

    /** One page; never says that there is more, so that scans have the database for themselves in between. */
    @Override
    public synchronized int runOnce() throws SQLException {
        if (reached.owner().isEmpty()) {
            if (begun.isAfter(clock.instant().minus(config.sweepEvery()))) {
                return 0;
            }
            begun = clock.instant();
        }
        step();
        return 0;
    }

    /** A whole round at once. */
    synchronized void rebuild() throws SQLException {
        reached = new BondReader.Key("", FIRST);
        do {
            step();
        } while (!reached.owner().isEmpty());
    }

    private void step() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (alone(connection)) {
                    List<BondReader.Key> page = page(connection);
                    // What is computed must not overwrite what somebody who commits in between has computed of more.
                    contacts.lockOwners(
                            connection, page.stream().map(BondReader.Key::owner).toList());
                    table.compute(connection, page);
                    reached = page.size() < config.sweepPage() ? new BondReader.Key("", FIRST) : page.getLast();
                }
                connection.commit();
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    private static boolean alone(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ALONE)) {
            statement.setLong(1, LOCK);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private List<BondReader.Key> page(Connection connection) throws SQLException {
        var page = new ArrayList<BondReader.Key>();
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setString(1, reached.owner());
            statement.setObject(2, reached.contact());
            statement.setInt(3, config.sweepPage());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    page.add(BondReader.Key.read(row));
                }
            }
        }
        return page;
    }
}
