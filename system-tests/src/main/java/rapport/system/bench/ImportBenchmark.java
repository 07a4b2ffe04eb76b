package rapport.system.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import rapport.stack.PortPlan;
import rapport.stack.Stack;
import rapport.stack.StackConfig;
import rapport.stack.demo.Api;

/** E5: ten thousand registrations from one CSV file, the first time and again, against registering people one by one. */
final class ImportBenchmark implements Main.Benchmark {
    @Override
    public List<Ratios> run(Path home, boolean quick, PrintStream out) throws Exception {
        Path data = Files.createTempDirectory("rapport-bench");
        var config = new StackConfig(home, data, PortPlan.free())
                .withJvmArguments(IngestBenchmark.SERVER_JVM.toArray(String[]::new));
        out.println("starting the platform …");
        try (Stack stack = Stack.start(config)) {
            stack.service("contacts").close();
            stack.service("followup").close();
            try (var api = new Api(stack.url(), stack::token)) {
                var memory = new PeakMemory(stack.service("events").pid());
                return List.of(new ImportJob(api, memory, out).run(quick ? 3 : 7));
            }
        } finally {
            delete(data);
        }
    }

    static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
