package rapport.system.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code ./rapport bench NAME [--quick] [--present N] [--json FILE]}: measures against rivals and prints one table. With
 * {@code --present}, ingest and dispatch measure what it costs that N contacts or follow-ups are there already; with
 * {@code --plans FILE}, lists writes down the database's plans. */
public final class Main {
    private static final Map<String, Benchmark> BENCHMARKS = Map.of(
            "dispatch", new DispatchBenchmark(0),
            "export", new ExportBenchmark(),
            "import", new ImportBenchmark(),
            "ingest", new IngestBenchmark(0),
            "lists", new ListsBenchmark(null),
            "propagation", new PropagationBenchmark());

    private Main() {}

    /** One benchmark; it throws when anything was lost or doubled, because then there is no speed to print. */
    interface Benchmark {
        List<? extends Figure> run(Path home, boolean quick, PrintStream out) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        Benchmark benchmark = words.isEmpty() ? null : BENCHMARKS.get(words.getFirst());
        if (benchmark == null) {
            System.err.println("Say which benchmark: "
                    + BENCHMARKS.keySet().stream().sorted().collect(Collectors.joining(", ")));
            System.exit(2);
        }
        int present = words.indexOf("--present");
        if (present >= 0) {
            int rows = Integer.parseInt(words.get(present + 1));
            benchmark = switch (words.getFirst()) {
                case "dispatch" -> new DispatchBenchmark(rows);
                case "ingest" -> new IngestBenchmark(rows);
                default -> benchmark;
            };
        }
        int plans = words.indexOf("--plans");
        if (plans >= 0 && words.getFirst().equals("lists")) {
            benchmark = new ListsBenchmark(Path.of(words.get(plans + 1)));
        }
        Path home = Path.of(System.getProperty("rapport.home", ".")).toAbsolutePath();
        List<? extends Figure> figures = benchmark.run(home, words.contains("--quick"), System.out);
        System.out.println();
        figures.forEach(figure -> System.out.println(figure.row()));
        int json = words.indexOf("--json");
        if (json >= 0) {
            write(Path.of(words.get(json + 1)), words.getFirst(), figures);
        }
        System.exit(0);
    }

    private static void write(Path file, String name, List<? extends Figure> figures) throws IOException {
        String all = figures.stream().map(Figure::json).collect(Collectors.joining(",\n    "));
        Files.writeString(file, """
                {
                  "bench": "%s",
                  "n": %d,
                  "ratios": {
                    %s
                  }
                }
                """.formatted(name, figures.getFirst().rounds(), all));
    }
}
