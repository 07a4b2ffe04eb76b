package rapport.system.bench;

import java.util.Locale;

/** A percentile of delays, one per round, in milliseconds: the shorter, the better. */
final class Delays implements Figure {
    private final String key;
    private final double passMillis;
    private final double goalMillis;
    private final Spread perRound = new Spread();

    /** @param key job, dot, percentile, such as {@code J6.p99} */
    Delays(String key, double passMillis, double goalMillis) {
        this.key = key;
        this.passMillis = passMillis;
        this.goalMillis = goalMillis;
    }

    void add(double millis) {
        perRound.add(millis);
    }

    @Override
    public int rounds() {
        return perRound.number();
    }

    @Override
    public String row() {
        double median = perRound.median();
        String verdict = median <= goalMillis ? "goal reached" : median <= passMillis ? "passed" : "MISSED";
        return String.format(
                Locale.ROOT,
                "%-14s n=%d  median %6.1f  min %6.1f  max %6.1f ms   pass %.0f  goal %.0f  %s",
                key,
                perRound.number(),
                median,
                perRound.min(),
                perRound.max(),
                passMillis,
                goalMillis,
                verdict);
    }

    @Override
    public String json() {
        return String.format(
                Locale.ROOT,
                "\"%s\": {\"median\": %.1f, \"min\": %.1f, \"max\": %.1f, \"unit\": \"ms\"}",
                key,
                perRound.median(),
                perRound.min(),
                perRound.max());
    }
}
