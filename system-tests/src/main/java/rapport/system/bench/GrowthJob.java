package rapport.system.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** J9 for scans: what it costs that many contacts are present. The same scans, first among few contacts, then among many. */
final class GrowthJob {
    private static final int FEW = 10_000;

    private static final String COUNT = "select count(*) from contact";

    /** What real scans left, put aside. */
    private static final List<String> SAMPLE = List.of("""
            create table sample_contact as
            select row_number() over (order by owner, id) as n, c.* from contact c order by owner, id limit %d
            """.formatted(FEW), """
            create table sample_note as
            select c.n, o.* from sample_contact c join note o on o.owner = c.owner and o.contact_id = c.id
            """, """
            create table sample_scan as
            select c.n, o.* from sample_contact c join scan o on o.owner = c.owner and o.contact_id = c.id
            """);

    /** The sample again and again, for owners of whom nobody hears: as many rows and pages as time would have made. */
    private static final List<String> FILL =
            List.of("truncate contact, note, scan cascade", """
            create temporary table clone as
            select 'present-' || ((g - 1) / %1$d) as owner, uuidv7() as id, (g - 1) %% %1$d + 1 as n
            from   generate_series(1, %2$d) as g
            """, """
            insert into contact (owner, id, counterpart, person_id, speaker_id, kind, status, pending_reason, shares_card, version, state,
                                 shared_fields)
            select k.owner || '-' || s.owner, k.id, s.counterpart, s.person_id, s.speaker_id, s.kind, s.status, s.pending_reason,
                   s.shares_card, s.version, s.state, s.shared_fields
            from   clone k
            join   sample_contact s on s.n = k.n
            """, """
            insert into note (owner, contact_id, source_id, position, kind, body, noted_at)
            select k.owner || '-' || o.owner, k.id, gen_random_uuid(), o.position, o.kind, o.body, o.noted_at
            from   clone k
            join   sample_note o on o.n = k.n
            """, """
            insert into scan (owner, scan_id, contact_id, event_id, outcome, fingerprint, scanned_at, effective_at, received_at,
                              clock_corrected, device_id, device_sequence)
            select k.owner || '-' || o.owner, gen_random_uuid(), k.id, o.event_id, o.outcome, o.fingerprint, o.scanned_at, o.effective_at,
                   o.received_at, o.clock_corrected, o.device_id, o.device_sequence
            from   clone k
            join   sample_scan o on o.n = k.n
            """, "drop table clone");

    private final IngestBench bench;
    private final SingleJob scans;
    private final UploadJob uploads;
    private final int present;

    private interface Round {
        double perSecond(int round) throws Exception;
    }

    GrowthJob(IngestBench bench, int people, int present) {
        this.bench = bench;
        this.scans = new SingleJob(bench, people);
        this.uploads = new UploadJob(bench);
        this.present = present;
    }

    List<Ratios> run(int rounds, WarmUp warmUp) throws Exception {
        warmUp.untilSteady(() -> scans.ours(SingleJob.WARM_UP));
        warmUp.untilSteady(() -> uploads.ours(SingleJob.WARM_UP));
        execute(SAMPLE);
        double[] fewScans = amongFew(rounds, scans::ours);
        double[] fewUploads = amongFew(rounds, uploads::ours);
        fill(present);
        return List.of(
                amongMany("J9.ingest", fewScans, rounds, scans::ours),
                amongMany("J9.uploads", fewUploads, rounds, uploads::ours));
    }

    /** A round adds more contacts than few are, so each begins anew. */
    private double[] amongFew(int rounds, Round ours) throws Exception {
        double[] figures = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            fill(FEW);
            figures[round] = ours.perSecond(round);
        }
        Arrays.sort(figures);
        return figures;
    }

    private static Ratios amongMany(String key, double[] few, int rounds, Round ours) throws Exception {
        var growth = new Ratios(key, 0.8, 0.95);
        ours.perSecond(SingleJob.WARM_UP);
        for (int round = 0; round < rounds; round++) {
            growth.add(ours.perSecond(round), few[rounds / 2]);
        }
        return growth;
    }

    /** Makes sure that just so many contacts are there, and that the planner knows. */
    private void fill(int contacts) throws SQLException {
        execute(FILL.stream().map(sql -> sql.formatted(FEW, contacts)).toList());
        try (var statement = bench.contacts().createStatement()) {
            for (String table : List.of("contact", "scan", "note")) {
                statement.execute("vacuum analyze " + table);
            }
        }
        bench.out().printf("%d contacts are present%n", count());
    }

    private void execute(List<String> statements) throws SQLException {
        Connection contacts = bench.contacts();
        contacts.setAutoCommit(false);
        try (var statement = contacts.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
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
