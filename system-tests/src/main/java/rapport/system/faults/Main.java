package rapport.system.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import rapport.stack.PortPlan;
import rapport.stack.Stack;
import rapport.stack.StackConfig;
import rapport.stack.service.Service;

/** {@code ./rapport faults NAME [--quick]}: does to packaged services what must not hurt anybody, and counts what arrived. */
public final class Main {
    /** Quick enough for twenty thousand messages in the time that the restarts take, and leases that run out soon. */
    private static final Map<String, String> HASTE = Map.of(
            "FOLLOWUP_DISPATCH_PER_MINUTE", "60000",
            "FOLLOWUP_DISPATCH_POLL", "PT0.1S",
            "FOLLOWUP_DISPATCH_BATCH", "10",
            "FOLLOWUP_DISPATCH_LEASE", "PT6S",
            "FOLLOWUP_DISPATCH_BACK_OFF", "PT1S",
            "FOLLOWUP_MAIL_TIMEOUT", "PT3S");

    private static final Map<String, Fault> FAULTS =
            Map.of("delivery", Main::delivery, "optout", Main::optOut, "budget", Main::budget);

    private Main() {}

    /** It throws when anything happened that must not. */
    private interface Fault {
        void run(Stack stack, boolean quick) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        Fault fault = words.isEmpty() ? null : FAULTS.get(words.getFirst());
        if (fault == null) {
            System.err.println("Say which faults: "
                    + String.join(", ", FAULTS.keySet().stream().sorted().toList()));
            System.exit(2);
        }
        Path home = Path.of(System.getProperty("rapport.home", ".")).toAbsolutePath();
        Path data = Files.createTempDirectory("rapport-faults");
        var config = new StackConfig(home, data, PortPlan.free()).withEnvironment(HASTE);
        long begin = System.nanoTime();
        try (Stack stack = Stack.start(config)) {
            stack.service("events").close();
            stack.service("contacts").close();
            fault.run(stack, words.contains("--quick"));
        } finally {
            delete(data);
        }
        System.out.println("nothing happened that must not, in "
                + Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s");
        System.exit(0);
    }

    private static void delivery(Stack stack, boolean quick) throws Exception {
        int kills = quick ? 1 : 20;
        var outcome = new DeliveryFaults(stack, System.out).run(quick ? 1_000 : 20_000, kills);
        System.out.println(outcome);
        outcome.requireEveryDeath(kills);
        outcome.requireNoDoubleAndNoLoss();
    }

    private static void optOut(Stack stack, boolean quick) throws Exception {
        int people = quick ? 100 : 1_000;
        try (Service other = replica(stack)) {
            var outcome = new OptOutRace(stack, System.out).run(people);
            System.out.println(outcome);
            outcome.requireRace();
            outcome.requireSilence(people);
        }
    }

    private static void budget(Stack stack, boolean quick) throws Exception {
        int senders = quick ? 60 : 200;
        try (Service other = replica(stack)) {
            for (int budget : new int[] {5, senders * 3 / 4, senders * 5 / 4}) {
                var outcome = new CrowdedSpeaker(stack).run(senders, budget);
                System.out.println(outcome);
                outcome.requireBudgetAndTurns(senders);
            }
        }
    }

    private static Service replica(Stack stack) {
        Service other = stack.replica("followup", 2, Map.of());
        other.start();
        other.awaitReady();
        return other;
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
