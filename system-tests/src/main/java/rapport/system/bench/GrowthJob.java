package rapport.system.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** J9 for scans: what it costs that many contacts are present. The same scans, first among few contacts, then among many. */
final class GrowthJob {
    private static final int FEW = 10_000;

    private static final String COUNT = "select count(*) from contact";

    /** Everything that real scans left, again for owners of whom nobody hears: as many rows and pages as time would have made. */
    private static final List<String> CLONE = List.of("""
            create temporary table sample as
            select row_number() over (order by owner, id) as n, c.* from contact c order by owner, id limit %1$d
            """, """
            create temporary table clone as
            select 'present-' || ((g - 1) / %1$d) as owner, uuidv7() as id, s.n, s.owner as of_owner, s.id as of_id
            from   generate_series(1, %2$d) as g
            join   sample s on s.n = (g - 1) %% %1$d + 1
            """, """
            insert into contact (owner, id, counterpart, person_id, speaker_id, kind, status, pending_reason, shares_card, version, state,
                                 shared_fields)
            select k.owner || '-' || s.owner, k.id, s.counterpart, s.person_id, s.speaker_id, s.kind, s.status, s.pending_reason,
                   s.shares_card, s.version, s.state, s.shared_fields
            from   clone k
            join   sample s on s.n = k.n
            """, """
            insert into note (owner, contact_id, source_id, position, kind, body, noted_at)
            select k.owner || '-' || k.of_owner, k.id, gen_random_uuid(), o.position, o.kind, o.body, o.noted_at
            from   clone k
            join   note o on o.owner = k.of_owner and o.contact_id = k.of_id
            """, """
            insert into scan (owner, scan_id, contact_id, event_id, outcome, fingerprint, scanned_at, effective_at, received_at,
                              clock_corrected, device_id, device_sequence)
            select k.owner || '-' || k.of_owner, gen_random_uuid(), k.id, o.event_id, o.outcome, o.fingerprint, o.scanned_at, o.effective_at,
                   o.received_at, o.clock_corrected, o.device_id, o.device_sequence
            from   clone k
            join   scan o on o.owner = k.of_owner and o.contact_id = k.of_id
            """, "drop table sample, clone");

    private final IngestBench bench;
    private final SingleJob scans;
    private final int present;

    GrowthJob(IngestBench bench, int people, int present) {
        this.bench = bench;
        this.scans = new SingleJob(bench, people);
        this.present = present;
    }

    List<Ratios> run(int rounds, WarmUp warmUp) throws Exception {
        warmUp.untilSteady(() -> scans.ours(SingleJob.WARM_UP));
        fill(FEW);
        double[] few = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            few[round] = scans.ours(round);
        }
        Arrays.sort(few);
        fill(present);
        scans.ours(SingleJob.WARM_UP);
        var growth = new Ratios("J9.ingest", 0.8, 0.95);
        for (int round = 0; round < rounds; round++) {
            growth.add(scans.ours(round), few[rounds / 2]);
        }
        return List.of(growth);
    }

    /** Makes sure that at least so many contacts are there, and that the planner knows. */
    private void fill(int contacts) throws SQLException {
        long there = count();
        if (there < contacts) {
            run(bench.contacts(), (int) Math.min(there, FEW), contacts - there);
        }
        try (var statement = bench.contacts().createStatement()) {
            for (String table : List.of("contact", "scan", "note")) {
                statement.execute("vacuum analyze " + table);
            }
        }
        bench.out().printf("%n%d contacts are present%n", count());
    }

    private static void run(Connection contacts, int sample, long clones) throws SQLException {
        contacts.setAutoCommit(false);
        try (var statement = contacts.createStatement()) {
            for (String sql : CLONE) {
                statement.executeUpdate(sql.formatted(sample, clones));
            }
            contacts.commit();
        } finally {
            contacts.rollback();
            contacts.setAutoCommit(true);
        }
    }

    private long count() throws SQLException {
        try (var statement = bench.contacts().createStatement();
                var row = statement.executeQuery(COUNT)) {
            row.next();
            return row.getLong(1);
        }
    }
}
