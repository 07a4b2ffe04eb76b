package rapport.system.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import rapport.stack.PortPlan;
import rapport.stack.Stack;
import rapport.stack.StackConfig;
import rapport.stack.demo.Api;
import rapport.system.SpeakerLists;

/**
 * J7: the speaker list of a million speakers as CSV against COPY of the same query, and of a hundred thousand as a worksheet against
 * Apache POI. The service as it is packaged, over HTTP with a real token, to a file.
 */
final class ExportBenchmark implements Main.Benchmark {
    /**
     * How much is exported.
     *
     * @param many rows of the CSV
     * @param sheet rows of the worksheet
     * @param few rows of the list whose memory that of the long one is compared with
     */
    private record Scale(int many, int sheet, int few, int rounds) {
        static final Scale FULL = new Scale(1_000_000, 100_000, 10_000, 5);
        static final Scale QUICK = new Scale(200_000, 40_000, 10_000, 3);
    }

    @Override
    public List<Ratios> run(Path home, boolean quick, PrintStream out) throws Exception {
        Path data = Files.createTempDirectory("rapport-bench");
        var config = new StackConfig(home, data, PortPlan.free())
                .withJvmArguments(IngestBenchmark.SERVER_JVM.toArray(String[]::new));
        Scale scale = quick ? Scale.QUICK : Scale.FULL;
        out.println("starting the platform, adding " + (scale.many() + scale.sheet() + scale.few()) + " speakers …");
        try (Stack stack = Stack.start(config)) {
            stack.service("contacts").close();
            stack.service("followup").close();
            try (var lists = new SpeakerLists(stack, data);
                    var api = new Api(stack.url(), stack::token)) {
                String few = lists.add(api, scale.few());
                String sheet = lists.add(api, scale.sheet());
                String many = lists.add(api, scale.many());
                lists.settle();
                List<Ratios> ratios = new ArrayList<>();
                ratios.add(new CsvJob(lists, out).run(many, scale.many(), scale.rounds()));
                ratios.add(new SheetJob(lists, out).run(sheet, scale.sheet(), scale.rounds()));
                new MemoryJob(lists, new PeakMemory(stack.service("events").pid()), out).run(few, many);
                return ratios;
            }
        } finally {
            ImportBenchmark.delete(data);
        }
    }
}
