package rapport.system.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import rapport.stack.PortPlan;
import rapport.stack.Stack;
import rapport.stack.StackConfig;
import rapport.stack.demo.Api;
import rapport.system.Crowd;

/**
 * J6: from the answer to a scan until its owner can begin a follow-up in the other service, while scans come in at half of the rate at
 * which the machine takes them; all three services at work, as they are packaged.
 */
final class PropagationBenchmark implements Main.Benchmark {
    private static final int CROWD = 2_000;
    private static final int WARM_UP = -1;

    @Override
    public List<Delays> run(Path home, boolean quick, PrintStream out) throws Exception {
        int rounds = quick ? 3 : 7;
        int perOwner = quick ? 160 : 320;
        Duration length = Duration.ofSeconds(quick ? 10 : 20);
        Path data = Files.createTempDirectory("rapport-bench");
        var config = new StackConfig(home, data, PortPlan.free())
                .withJvmArguments(IngestBenchmark.SERVER_JVM.toArray(String[]::new));
        out.println("starting the platform, gathering a crowd of " + CROWD + " …");
        try (Stack stack = Stack.start(config);
                Connection contacts = DispatchBenchmark.connect(stack.postgres().database("contacts"));
                Connection followUp = DispatchBenchmark.connect(stack.postgres().database("followup"))) {
            Crowd crowd = gather(stack);
            awaitBadges(contacts);
            var job = new PropagationJob(stack, followUp, crowd, out);
            new WarmUp(quick).untilSteady(() -> job.top(perOwner));
            double half = job.top(perOwner) / 2;
            job.seen(WARM_UP, half, length);
            var p99 = new Delays("J6.p99", 500, 100);
            for (int round = 0; round < rounds; round++) {
                p99.add(job.seen(round, half, length).millis(0.99));
            }
            return List.of(p99);
        } finally {
            ImportBenchmark.delete(data);
        }
    }

    private static Crowd gather(Stack stack) {
        try (var api = new Api(stack.url(), stack::token)) {
            return Crowd.gather(api, "propagation", CROWD);
        }
    }

    private static void awaitBadges(Connection contacts) throws Exception {
        try (var statement = contacts.createStatement()) {
            while (true) {
                try (var row = statement.executeQuery("select count(*) from badge")) {
                    row.next();
                    if (row.getLong(1) >= CROWD) {
                        return;
                    }
                }
                Thread.sleep(100);
            }
        }
    }
}
