package rapport.system.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import rapport.stack.PortPlan;
import rapport.stack.Stack;
import rapport.stack.StackConfig;
import rapport.stack.demo.Api;

/**
 * J7: the speaker list of a million speakers as CSV against COPY of the same query, and of a hundred thousand as a worksheet against
 * Apache POI. The service as it is packaged, over HTTP with a real token, to a file.
 */
final class ExportBenchmark implements Main.Benchmark {
    private static final int MANY = 1_000_000;
    private static final int SHEET = 100_000;
    private static final int FEW = 10_000;

    @Override
    public List<Ratios> run(Path home, boolean quick, PrintStream out) throws Exception {
        Path data = Files.createTempDirectory("rapport-bench");
        var config = new StackConfig(home, data, PortPlan.free())
                .withJvmArguments(IngestBenchmark.SERVER_JVM.toArray(String[]::new));
        out.println("starting the platform, adding " + (MANY + SHEET + FEW) + " speakers …");
        try (Stack stack = Stack.start(config)) {
            stack.service("contacts").close();
            stack.service("followup").close();
            try (var lists = new SpeakerLists(stack, data);
                    var api = new Api(stack.url(), stack::token)) {
                String few = lists.add(api, FEW);
                String sheet = lists.add(api, SHEET);
                String many = lists.add(api, MANY);
                lists.settle();
                List<Ratios> ratios = new ArrayList<>();
                ratios.add(new CsvJob(lists, out).run(many, MANY, quick ? 3 : 7));
                ratios.add(new SheetJob(lists, out).run(sheet, SHEET, quick ? 3 : 5));
                new MemoryJob(lists, stack.service("events").pid(), out).run(few, many);
                return ratios;
            }
        } finally {
            delete(data);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
