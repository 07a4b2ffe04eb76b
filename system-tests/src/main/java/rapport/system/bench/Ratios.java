package rapport.system.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The per-round ratios of one comparison; the median is what is quoted. */
final class Ratios {
    private final String key;
    private final double pass;
    private final double goal;
    private final List<Double> perRound = new ArrayList<>();

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

    int rounds() {
        return perRound.size();
    }

    double median() {
        List<Double> sorted = new ArrayList<>(perRound);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double min() {
        return Collections.min(perRound);
    }

    double max() {
        return Collections.max(perRound);
    }

    String row() {
        String verdict = median() >= goal ? "goal reached" : median() >= pass ? "passed" : "MISSED";
        return String.format(
                Locale.ROOT,
                "%-14s n=%d  median %6.2f  min %6.2f  max %6.2f   pass %.2f  goal %.2f  %s",
                key,
                perRound.size(),
                median(),
                min(),
                max(),
                pass,
                goal,
                verdict);
    }

    String json() {
        return String.format(
                Locale.ROOT, "\"%s\": {\"median\": %.3f, \"min\": %.3f, \"max\": %.3f}", key, median(), min(), max());
    }
}
