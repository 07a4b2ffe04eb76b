package rapport.system.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import rapport.stack.PortPlan;
import rapport.stack.Stack;
import rapport.stack.StackConfig;

/** {@code ./rapport faults delivery [--quick]}: kills replicas at every crash point under load and counts what arrived. */
public final class Main {
    /** Quick enough for twenty thousand messages in the time that the restarts take, and leases that run out soon. */
    private static final Map<String, String> HASTE = Map.of(
            "FOLLOWUP_DISPATCH_PER_MINUTE", "60000",
            "FOLLOWUP_DISPATCH_POLL", "PT0.1S",
            "FOLLOWUP_DISPATCH_BATCH", "10",
            "FOLLOWUP_DISPATCH_LEASE", "PT6S",
            "FOLLOWUP_DISPATCH_BACK_OFF", "PT1S",
            "FOLLOWUP_MAIL_TIMEOUT", "PT3S");

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        if (words.isEmpty() || !words.getFirst().equals("delivery")) {
            System.err.println("Say which faults: delivery");
            System.exit(2);
        }
        boolean quick = words.contains("--quick");
        Path home = Path.of(System.getProperty("rapport.home", ".")).toAbsolutePath();
        Path data = Files.createTempDirectory("rapport-faults");
        var config = new StackConfig(home, data, PortPlan.free()).withEnvironment(HASTE);
        try (Stack stack = Stack.start(config)) {
            stack.service("events").close();
            stack.service("contacts").close();
            int kills = quick ? 1 : 20;
            var outcome = new DeliveryFaults(stack, System.out).run(quick ? 1_000 : 20_000, kills);
            System.out.println(outcome);
            outcome.requireEveryDeath(kills);
            outcome.requireNoDoubleAndNoLoss();
        } finally {
            delete(data);
        }
        System.exit(0);
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
