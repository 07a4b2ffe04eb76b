package rapport.system.bench;

import java.net.URI;
import java.util.List;

/** J1: single scans on 64 connections, each of somebody whom the owner has not met before. */
final class SingleJob {
    private static final int CONNECTIONS = 64;
    static final int WARM_UP = -1;

    private final IngestBench bench;
    private final Scans scans;
    private final List<String> badges;
    private final int total;

    private int owners;

    /**
     * @param people whom each connection scans in a round
     */
    SingleJob(IngestBench bench, int people) {
        this.bench = bench;
        this.scans = new Scans(bench.crowd());
        this.badges = bench.crowd().badgeTokens().subList(0, people);
        this.total = people * CONNECTIONS;
    }

    /** Sides take turns, and every other round begins at the other end. */
    List<Ratios> run(int rounds, WarmUp warmUp) throws Exception {
        var againstPgbench = new Ratios("J1.pgbench", 1.0, 1.6);
        var againstNaive = new Ratios("J1.naive", 3, 5);
        bench.out()
                .printf(
                        "%n%d single scans a round, %d connections, rivals: %s, naive endpoint%n",
                        total, CONNECTIONS, PgbenchRival.installed() ? "pgbench" : "the loop of pgbench over JDBC");
        warmUp.untilSteady(() -> ours(WARM_UP));
        try (NaiveRival naive = bench.startNaive()) {
            warmUp.untilSteady(() -> naive(naive, WARM_UP));
            var pgbench = new PgbenchRival(bench.rivalDatabase(), bench.data(), SampleRows.of(bench.contacts()));
            pgbench(pgbench, WARM_UP);
            for (int round = 0; round < rounds; round++) {
                boolean weBegin = round % 2 == 0;
                double ours = weBegin ? ours(round) : 0;
                double bare = pgbench(pgbench, round);
                double theirs = naive(naive, round);
                ours = weBegin ? ours : ours(round);
                againstPgbench.add(ours, bare);
                againstNaive.add(ours, theirs);
            }
        }
        return List.of(againstPgbench, againstNaive);
    }

    /** Scans of a round acknowledged per second; nothing was lost or doubled. */
    double ours(int round) throws Exception {
        var measured = bench.measure(bench.load("/scans", nextOwners(), CONNECTIONS), bodies(), 201, total);
        double perSecond = measured.result().perSecond(1);
        bench.report(
                round,
                "rapport",
                perSecond,
                measured.result().latency() + "  " + measured.spent().per(total));
        return perSecond;
    }

    private double pgbench(PgbenchRival rival, int round) throws Exception {
        double perSecond = rival.perSecond(total, CONNECTIONS);
        bench.report(round, "pgbench", perSecond, "");
        return perSecond;
    }

    private double naive(NaiveRival rival, int round) throws Exception {
        var load =
                new HttpLoad(URI.create(rival.url() + "/scans"), bench.tokens(nextOwners(), CONNECTIONS), CONNECTIONS);
        var result = load.post(bodies());
        if (result.statuses().getOrDefault(201, 0) != total) {
            throw new IllegalStateException("the naive endpoint answered " + result.statuses());
        }
        bench.report(round, "naive", result.perSecond(1), result.latency());
        return result.perSecond(1);
    }

    private List<byte[]> bodies() {
        return badges.stream().map(scans::single).toList();
    }

    private String nextOwners() {
        return "single-" + owners++;
    }
}
