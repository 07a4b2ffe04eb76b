package rapport.system.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Repeats a round until it no longer gets faster: what is measured then is the program and not the compiler of its JVM, whose
 * work shares the same cores and takes the longer the slower the machine is.
 */
final class WarmUp {
    /** Two rounds that are not faster than the two before by this much are steady. */
    private static final double STILL_GAINING = 1.05;

    private final int least;
    private final int most;

    WarmUp(boolean quick) {
        this(4, quick ? 6 : 24);
    }

    /** @param least rounds in any case, because noise can look like an end */
    WarmUp(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** How many rounds it takes at most. */
    int most() {
        return most;
    }

    interface Round {
        double perSecond() throws Exception;
    }

    void untilSteady(Round round) throws Exception {
        List<Double> speeds = new ArrayList<>();
        while (speeds.size() < least || speeds.size() < most && isGaining(speeds)) {
            speeds.add(round.perSecond());
        }
    }

    private static boolean isGaining(List<Double> speeds) {
        int n = speeds.size();
        double last = speeds.get(n - 1) + speeds.get(n - 2);
        double before = speeds.get(n - 3) + speeds.get(n - 4);
        return last > before * STILL_GAINING;
    }
}
