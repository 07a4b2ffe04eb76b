package rapport.system.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import rapport.system.SpeakerLists;

/** A million rows as CSV, against {@code psql \copy} of the same query, or COPY over JDBC where psql is not installed. */
final class CsvJob {
    private static final String OPTIONS =
            "(format csv, header true, force_quote (external_id, display_name, given_name,"
                    + " family_name, credentials, affiliation, linkedin_url, researchgate_url, x_url, website_url, bio, email,"
                    + " session_ids, session_titles, roles, track, room))";

    private final SpeakerLists lists;
    private final PrintStream out;

    CsvJob(SpeakerLists lists, PrintStream out) {
        this.lists = lists;
        this.out = out;
    }

    Ratios run(String event, int rows, int rounds) throws Exception {
        var ratios = new Ratios("J7.copy", 0.6, 0.9);
        boolean psql = psql();
        Path ours = lists.file("ours.csv");
        Path theirs = lists.file("theirs.csv");
        out.printf("%n%d rows as CSV, rival: %s of the same query%n", rows, psql ? "psql \\copy" : "COPY over JDBC");
        for (int round = -1; round < rounds; round++) {
            double us;
            double them;
            if (round % 2 == 0) {
                us = lists.download(event, "format=csv", ours);
                them = copy(event, theirs, psql);
            } else {
                them = copy(event, theirs, psql);
                us = lists.download(event, "format=csv", ours);
            }
            out.printf(
                    Locale.ROOT,
                    "%-8s rapport %9.0f rows/s   copy %9.0f rows/s%n",
                    round < 0 ? "warm-up" : "round " + (round + 1),
                    rows / us,
                    rows / them);
            if (round < 0) {
                requireSame(ours, theirs, rows);
            } else {
                ratios.add(rows / us, rows / them);
            }
        }
        return ratios;
    }

    private double copy(String event, Path file, boolean psql) throws Exception {
        String query = SpeakerLists.query(event).strip();
        long start = System.nanoTime();
        if (psql) {
            byPsql("\\copy (" + query.replaceAll("\\s+", " ") + ") to '" + file + "' with " + OPTIONS);
        } else {
            byJdbc("copy (" + query + ") to stdout with " + OPTIONS, file);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void byPsql(String command) throws IOException, InterruptedException {
        var uri = Pattern.compile("jdbc:postgresql://([^:]+):(\\d+)/(\\w+)")
                .matcher(lists.database().jdbcUrl());
        if (!uri.find()) {
            throw new IllegalArgumentException(lists.database().jdbcUrl());
        }
        var builder = new ProcessBuilder(
                        "psql",
                        "--no-psqlrc",
                        "--host=" + uri.group(1),
                        "--port=" + uri.group(2),
                        "--username=" + lists.database().username(),
                        "--dbname=" + uri.group(3),
                        "--command=" + command)
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", lists.database().password());
        builder.environment().put("PGCLIENTENCODING", "UTF8");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("psql failed: " + output);
        }
    }

    private void byJdbc(String command, Path file) throws Exception {
        try (OutputStream stream = Files.newOutputStream(file)) {
            lists.connection().unwrap(PGConnection.class).getCopyAPI().copyOut(command, stream);
        }
    }

    /** The same rows in the same order: the line ends differ, and nothing here would run as a formula. */
    private static void requireSame(Path ours, Path theirs, int rows) throws IOException {
        try (BufferedReader us = Files.newBufferedReader(ours);
                BufferedReader them = Files.newBufferedReader(theirs)) {
            long line = 0;
            for (String expected = them.readLine(); expected != null; expected = them.readLine()) {
                String found = us.readLine();
                if (!expected.equals(found)) {
                    throw new IllegalStateException("line " + line + " differs: " + List.of(expected, "" + found));
                }
                line++;
            }
            if (us.readLine() != null || line != rows + 1) {
                throw new IllegalStateException(line + " lines for " + rows + " rows");
            }
        }
    }

    private static boolean psql() throws InterruptedException {
        try {
            return new ProcessBuilder("psql", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
