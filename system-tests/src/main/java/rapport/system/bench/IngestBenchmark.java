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
import rapport.system.Crowd;

/**
 * J1, single scans, and J2, uploads of 500: contacts-service as it is packaged, over HTTP with real tokens, its relay and Kafka at
 * work, against pgbench, COPY and a naive endpoint on the same Postgres. Or J9: the same scans with many contacts present,
 * against themselves with few.
 */
final class IngestBenchmark implements Main.Benchmark {
    /** As many people as one connection uploads in a round. */
    private static final int CROWD = UploadJob.UPLOADS * UploadJob.UPLOAD;
    /** What a server gets, unlike the modest demo on a laptop. */
    static final List<String> SERVER_JVM = List.of("-Xms512m", "-Xmx512m", "-XX:+UseParallelGC");

    private final int present;

    /** @param present how many contacts are there already when scans are measured; 0: none, and rivals are */
    IngestBenchmark(int present) {
        this.present = present;
    }

    @Override
    public List<Ratios> run(Path home, boolean quick, PrintStream out) throws Exception {
        int rounds = quick ? 3 : 7;
        var warmUp = new WarmUp(quick);
        int people = quick ? 160 : 320;
        Path data = Files.createTempDirectory("rapport-bench");
        var config = new StackConfig(home, data, PortPlan.free()).withJvmArguments(SERVER_JVM.toArray(String[]::new));
        out.println("starting the platform, gathering a crowd of " + CROWD + " …");
        try (Stack stack = Stack.start(config)) {
            Crowd crowd = gather(stack);
            stack.service("events").close();
            stack.service("followup").close();
            try (var bench = new IngestBench(stack, home, data, crowd, out)) {
                bench.awaitBadges();
                if (present > 0) {
                    return new GrowthJob(bench, people, present).run(rounds, warmUp);
                }
                List<Ratios> ratios = new ArrayList<>(new SingleJob(bench, people).run(rounds, warmUp));
                ratios.addAll(new UploadJob(bench).run(rounds, warmUp));
                return ratios;
            }
        } finally {
            delete(data);
        }
    }

    private static Crowd gather(Stack stack) {
        try (var api = new Api(stack.url(), stack::token)) {
            return Crowd.gather(api, "benchmark", CROWD);
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
