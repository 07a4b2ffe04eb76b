package rapport.system.bench;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Warms each side up until it no longer gets faster, then lets them take turns, every other round in the opposite order. The first
 * side is the one that is measured against the others.
 */
final class DispatchRounds {
    private static final int LEAST_DUE = 100;

    /**
     * How much is measured.
     *
     * @param present scheduled tasks that never become due
     * @param due in a round
     * @param warmUpDue in a round of warm-up, at most
     * @param seconds whoever would take longer for a round gets fewer
     */
    record Scale(int present, int due, int warmUpDue, int seconds, int rounds, WarmUp warmUp) {
        static final Scale FULL = new Scale(1_000_000, 20_000, 5_000, 15, 5, new WarmUp(12, 24));
        static final Scale QUICK = new Scale(100_000, 5_000, 2_500, 5, 3, new WarmUp(4, 6));

        /** So many that the agreed number is still there in the last round. */
        int tasks() {
            return present + due * rounds + warmUpDue * warmUp.most();
        }
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
        for (DispatchSide side : sides) {
            warmUp(scale, side);
        }
        for (int round = 0; round < scale.rounds(); round++) {
            Map<String, Double> speeds = round(round);
            double ours = speeds.get(sides.getFirst().key());
            ratios.forEach((rival, ratio) -> ratio.add(ours, speeds.get(rival)));
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

    private void warmUp(Scale scale, DispatchSide side) throws Exception {
        due.put(side.key(), LEAST_DUE);
        scale.warmUp().untilSteady(() -> {
            double perSecond = dispatch("warm-up", side);
            due.put(side.key(), portion(side, perSecond, scale.seconds(), scale.warmUpDue()));
            return perSecond;
        });
        double perSecond = dispatch("warm-up", side);
        due.put(side.key(), portion(side, perSecond, scale.seconds(), scale.due()));
    }

    private Map<String, Double> round(int round) throws Exception {
        List<DispatchSide> order = round % 2 == 0 ? sides : sides.reversed();
        Map<String, Double> speeds = new HashMap<>();
        for (DispatchSide side : order) {
            speeds.put(side.key(), dispatch("round " + (round + 1), side));
        }
        return speeds;
    }

    /** Who looks now and then only seems slow with few: nobody gets fewer than before, as long as that is not twice too long. */
    private int portion(DispatchSide side, double perSecond, int seconds, int most) {
        int before = due.get(side.key());
        int hundreds = (int) (perSecond * seconds / LEAST_DUE) * LEAST_DUE;
        boolean tooLong = before > 2 * seconds * perSecond;
        return Math.clamp(tooLong ? hundreds : Math.max(hundreds, before), LEAST_DUE, most);
    }

    /** @return how many per second */
    private double dispatch(String round, DispatchSide side) throws Exception {
        var dispatched = side.dispatch(due.get(side.key()));
        out.printf(
                Locale.ROOT,
                "%-8s %-12s %9.0f/s of %6d  %s%n",
                round,
                side.key(),
                dispatched.perSecond(),
                dispatched.due(),
                dispatched.spent().per(dispatched.due()));
        return dispatched.perSecond();
    }
}
