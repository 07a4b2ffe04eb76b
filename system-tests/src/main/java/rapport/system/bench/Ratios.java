package rapport.system.bench;

import java.util.Locale;

/** The per-round ratios of one comparison; the median is what is quoted. */
final class Ratios implements Figure {
    private final String key;
    private final double pass;
    private final double goal;
    private final Spread perRound = new Spread();

    /**
     * @param key job, dot, rival in lower case, such as {@code J1.pgbench}
     */
    Ratios(String key, double pass, double goal) {
        this.key = key;
        this.pass = pass;
        this.goal = goal;
    }

    void add(double ours, double theirs) {
        perRound.add(ours / theirs);
    }

    @Override
    public int rounds() {
        return perRound.number();
    }

    @Override
    public String row() {
        String verdict = perRound.median() >= goal ? "goal reached" : perRound.median() >= pass ? "passed" : "MISSED";
        return String.format(
                Locale.ROOT,
                "%-14s n=%d  median %6.2f  min %6.2f  max %6.2f   pass %.2f  goal %.2f  %s",
                key,
                perRound.number(),
                perRound.median(),
                perRound.min(),
                perRound.max(),
                pass,
                goal,
                verdict);
    }

    @Override
    public String json() {
        return String.format(
                Locale.ROOT,
                "\"%s\": {\"median\": %.3f, \"min\": %.3f, \"max\": %.3f}",
                key,
                perRound.median(),
                perRound.min(),
                perRound.max());
    }
}
