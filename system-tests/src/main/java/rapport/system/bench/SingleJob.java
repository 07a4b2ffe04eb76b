package rapport.system.bench;

import java.net.URI;
import java.util.List;

/** J1: single scans on 64 connections, each of somebody whom the owner has not met before. */
final class SingleJob {
    private static final int CONNECTIONS = 64;

    private final IngestBench bench;

    SingleJob(IngestBench bench) {
        this.bench = bench;
    }

    List<Ratios> run(int rounds, int warmUps, int people) throws Exception {
        var againstPgbench = new Ratios("J1.pgbench", 1.0, 1.6);
        var againstNaive = new Ratios("J1.naive", 3, 5);
        var scans = new Scans(bench.crowd());
        List<String> badges = bench.crowd().badgeTokens().subList(0, people);
        int total = people * CONNECTIONS;
        bench.out()
                .printf(
                        "%n%d single scans a round, %d connections, rivals: %s, naive endpoint%n",
                        total, CONNECTIONS, PgbenchRival.installed() ? "pgbench" : "the loop of pgbench over JDBC");
        try (NaiveRival naive = bench.startNaive()) {
            PgbenchRival pgbench = null;
            for (int round = -warmUps; round < rounds; round++) {
                String owners = "single-" + (round + warmUps);
                List<byte[]> bodies = badges.stream().map(scans::single).toList();
                var ours = bench.measure(bench.load("/scans", owners, CONNECTIONS), bodies, 201, total);
                if (pgbench == null) {
                    pgbench = new PgbenchRival(bench.rivalDatabase(), bench.data(), SampleRows.of(bench.contacts()));
                }
                double bare = pgbench.perSecond(total, CONNECTIONS);
                var theirs = new HttpLoad(
                                URI.create(naive.url() + "/scans"), bench.tokens(owners, CONNECTIONS), CONNECTIONS)
                        .post(bodies);
                if (theirs.statuses().getOrDefault(201, 0) != total) {
                    throw new IllegalStateException("the naive endpoint answered " + theirs.statuses());
                }
                bench.report(
                        round,
                        "rapport",
                        ours.result().perSecond(1),
                        ours.result().latency() + "  " + ours.spent().per(total));
                bench.report(round, "pgbench", bare, "");
                bench.report(round, "naive", theirs.perSecond(1), theirs.latency());
                if (round >= 0) {
                    againstPgbench.add(ours.result().perSecond(1), bare);
                    againstNaive.add(ours.result().perSecond(1), theirs.perSecond(1));
                }
            }
        }
        return List.of(againstPgbench, againstNaive);
    }
}
