package rapport.stack.service;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Shows on the console what a service logs, under its name: warnings and worse, or everything. */
public final class LogFollower implements Runnable {
    private static final Pattern SERIOUS =
            Pattern.compile("^\\S+ \\S+ +(WARN|ERROR|FATAL)\\b.*|^\\{.*\"level\" ?: ?\"(WARN|ERROR|FATAL)\".*");
    /** While topics are being created the Kafka client warns of what it repairs by itself; the file has it. */
    private static final String KAFKA_CLIENT = "[org.apache.kafka.clients.";

    private static final long PAUSE_MILLIS = 250;

    private final String name;
    private final Path log;
    private final boolean everything;
    private final PrintStream console;
    private long position;

    public LogFollower(String name, Path log, boolean everything, PrintStream console) {
        this.name = name;
        this.log = log;
        this.everything = everything;
        this.console = console;
        this.position = log.toFile().length();
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                showNews();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (IOException unreadable) {
            console.println(name + " | its log cannot be shown any more: " + unreadable.getMessage());
        }
    }

    void showNews() throws IOException {
        if (!Files.exists(log) || Files.size(log) <= position) {
            return;
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] news = new byte[(int) Math.min(file.length() - position, 1 << 20)];
            file.seek(position);
            file.readFully(news);
            // A line that is still being written waits for its end.
            int end = news.length;
            while (end > 0 && news[end - 1] != '\n') {
                end--;
            }
            position += end;
            new String(news, 0, end, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> everything || isSerious(line))
                    .forEach(line -> console.println(name + " | " + line));
        }
    }

    private static boolean isSerious(String line) {
        return SERIOUS.matcher(line).matches() && !(line.contains(" WARN ") && line.contains(KAFKA_CLIENT));
    }
}
