package rapport.system.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** What scans pay for the lists: contacts written with the index of changes, and without it, in batches as scans come in. */
final class ListsCost {
    private static final int ROUNDS = 5;
    private static final int BATCHES = 1_000;
    private static final int BATCH = 9;

    private static final String NEW = """
            insert into contact (owner, id, counterpart, person_id, kind, status, shares_card, version, state)
            select 'phone-' || mod(n.k, 64), uuidv7(), gen_random_uuid(), gen_random_uuid(), 'SCANNED', 'ACTIVE', true, 1, s.state
            from   generate_series(?, ? + %d) as n (k)
            cross  join (select state from contact where owner = 'many' order by id limit 1) as s
            """.formatted(BATCH - 1);

    private static final String AGAIN = """
            update contact as c
            set    version = c.version + 1, updated_at = now(), change_xid = pg_current_xact_id()
            from   (select owner, id from scanned where k between ? and ? + %d) as s
            where  c.owner = s.owner and c.id = s.id
            """.formatted(BATCH - 1);

    private static final String SOME = """
            create temporary table scanned as
            select row_number() over () as k, owner, id
            from   (select owner, id from contact tablesample system (10) limit %d) as s
            """.formatted(BATCHES * BATCH);

    private static final String INDEX = "create index ix_contact_change on contact (owner, change_xid, id)";

    private final Connection contacts;
    private final PrintStream out;

    ListsCost(Connection contacts, PrintStream out) {
        this.contacts = contacts;
        this.out = out;
    }

    private record Spent(double micros, double walBytes) {
        Spent least(Spent other) {
            return other == null || micros <= other.micros ? this : other;
        }
    }

    void run() throws SQLException {
        // How long a disk takes is the same with and without.
        execute("set synchronous_commit = off");
        execute(SOME);
        execute("create unique index on scanned (k)");
        Spent[] least = new Spent[4];
        for (int round = 0; round < ROUNDS; round++) {
            least[0] = spend(NEW).least(least[0]);
            least[1] = spend(AGAIN).least(least[1]);
            execute("drop index ix_contact_change");
            least[2] = spend(NEW).least(least[2]);
            least[3] = spend(AGAIN).least(least[3]);
            execute(INDEX);
        }
        out.printf("%nper contact, in batches of %d, least of %d rounds:%n", BATCH, ROUNDS);
        print("new, with the index of changes", least[0]);
        print("new, without", least[2]);
        print("changed, with the index of changes", least[1]);
        print("changed, without", least[3]);
    }

    private void print(String what, Spent spent) {
        out.printf(Locale.ROOT, "%-36s %6.1f µs %7.0f B WAL%n", what, spent.micros(), spent.walBytes());
    }

    private Spent spend(String sql) throws SQLException {
        long wal = wal();
        long start = System.nanoTime();
        try (var statement = contacts.prepareStatement(sql)) {
            for (int batch = 0; batch < BATCHES; batch++) {
                statement.setInt(1, 1 + batch * BATCH);
                statement.setInt(2, 1 + batch * BATCH);
                statement.executeUpdate();
            }
        }
        double micros = (System.nanoTime() - start) / 1e3;
        return new Spent(micros / (BATCHES * BATCH), (double) (wal() - wal) / (BATCHES * BATCH));
    }

    private long wal() throws SQLException {
        try (var statement = contacts.createStatement();
                var row =
                        statement.executeQuery("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = contacts.createStatement()) {
            statement.execute(sql);
        }
    }
}
