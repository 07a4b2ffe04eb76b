package rapport.system.bench;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lets the sides take turns, every other round in the opposite order. The first side is the one that is measured against the others. */
final class DispatchRounds {
    /** Whoever would take longer than this for a round's tasks gets fewer. */
    private static final double LONGEST_SECONDS = 15;

    private static final int LEAST_DUE = 100;

    /**
     * How much is measured.
     *
     * @param present scheduled tasks that never become due
     * @param due in a round
     */
    record Scale(int present, int due, int warmUps, int rounds) {
        static final Scale FULL = new Scale(1_000_000, 20_000, 3, 5);
        static final Scale QUICK = new Scale(100_000, 5_000, 1, 3);
    }

    private final List<DispatchSide> sides;
    private final PrintStream out;
    private final Map<String, Integer> due = new HashMap<>();

    DispatchRounds(List<DispatchSide> sides, PrintStream out) {
        this.sides = List.copyOf(sides);
        this.out = out;
    }

    List<Ratios> run(Scale scale) throws Exception {
        Map<String, Ratios> ratios = new LinkedHashMap<>();
        sides.stream().skip(1).forEach(side -> ratios.put(side.key(), against(side.key())));
        for (int round = -scale.warmUps(); round < scale.rounds(); round++) {
            Map<String, Double> speeds = round(scale, round);
            if (round >= 0) {
                double ours = speeds.get(sides.getFirst().key());
                ratios.forEach((rival, ratio) -> ratio.add(ours, speeds.get(rival)));
            }
        }
        return List.copyOf(ratios.values());
    }

    private static Ratios against(String rival) {
        String key = "J5." + rival;
        return switch (rival) {
            case "dbscheduler" -> new Ratios(key, 5, 15);
            case "jobrunr" -> new Ratios(key, 10, 40);
            case "quartz" -> new Ratios(key, 30, 100);
            case "graphile" -> new Ratios(key, 0.5, 1);
            case "pgboss" -> new Ratios(key, 3, 8);
            default -> throw new IllegalArgumentException(rival);
        };
    }

    private Map<String, Double> round(Scale scale, int round) throws Exception {
        List<DispatchSide> order = round % 2 == 0 ? sides : sides.reversed();
        Map<String, Double> speeds = new HashMap<>();
        for (DispatchSide side : order) {
            var dispatched = side.dispatch(due.getOrDefault(side.key(), scale.due() / 10));
            speeds.put(side.key(), dispatched.perSecond());
            report(round, side.key(), dispatched);
            if (round < 0) {
                due.put(side.key(), portion(scale, dispatched.perSecond()));
            }
        }
        return speeds;
    }

    private static int portion(Scale scale, double perSecond) {
        int hundreds = (int) (perSecond * LONGEST_SECONDS / LEAST_DUE) * LEAST_DUE;
        return Math.max(LEAST_DUE, Math.min(scale.due(), hundreds));
    }

    private void report(int round, String side, DispatchSide.Dispatched dispatched) {
        out.printf(
                Locale.ROOT,
                "%-8s %-12s %9.0f/s of %6d  %s%n",
                round < 0 ? "warm-up" : "round " + (round + 1),
                side,
                dispatched.perSecond(),
                dispatched.due(),
                dispatched.spent().per(dispatched.due()));
    }
}
