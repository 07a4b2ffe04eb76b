package rapport.system.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import rapport.stack.Stack;

/** J9 for dispatching: the same number becomes due, first among few follow-ups, then among many. */
final class DispatchGrowth {
    private static final int FEW = 10_000;

    private final Stack stack;
    private final PrintStream out;
    private final Path journal;
    private final int present;

    DispatchGrowth(Stack stack, Path journal, PrintStream out, int present) {
        this.stack = stack;
        this.journal = journal;
        this.out = out;
        this.present = present;
    }

    List<Ratios> run(DispatchRounds.Scale scale) throws Exception {
        int rounds = scale.rounds();
        try (var side = OurSide.fill(stack, journal, FEW)) {
            scale.warmUp().untilSteady(() -> perSecond(side, scale.warmUpDue(), -1));
            double[] few = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                few[round] = perSecond(side, scale.due(), round);
            }
            Arrays.sort(few);
            side.fill(present);
            out.printf("%n%d more are present%n", present);
            perSecond(side, scale.due(), -1);
            var growth = new Ratios("J9.dispatch", 0.8, 0.95);
            for (int round = 0; round < rounds; round++) {
                growth.add(perSecond(side, scale.due(), round), few[rounds / 2]);
            }
            return List.of(growth);
        }
    }

    private double perSecond(OurSide side, int due, int round) throws Exception {
        side.fill(due);
        var dispatched = side.dispatch(due);
        out.printf(
                Locale.ROOT,
                "%-8s %9.0f/s  %s%n",
                round < 0 ? "warm-up" : "round " + (round + 1),
                dispatched.perSecond(),
                dispatched.spent().per(dispatched.due()));
        return dispatched.perSecond();
    }
}
