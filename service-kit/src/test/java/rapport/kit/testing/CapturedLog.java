package rapport.kit.testing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the running service logs, from opening to closing. */
public final class CapturedLog implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");

    private final Queue<LogRecord> records = new ConcurrentLinkedQueue<>();
    private final Logger chatty;
    private final Level before;

    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            records.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private CapturedLog(Logger chatty) {
        this.chatty = chatty;
        this.before = chatty.getLevel();
        chatty.setLevel(Level.FINEST);
        handler.setLevel(Level.ALL);
        ROOT.addHandler(handler);
    }

    /** @param chatty the logger of which everything is heard, however quiet it is otherwise */
    public static CapturedLog ofEverything(String chatty) {
        return new CapturedLog(Logger.getLogger(chatty));
    }

    /** The messages that contain the text. */
    public List<String> lines(String text) {
        return records.stream()
                .map(LogRecord::getMessage)
                .filter(message -> message != null && message.contains(text))
                .toList();
    }

    /** What was logged as an error, by any logger. */
    public List<String> errors() {
        return records.stream()
                .filter(line -> line.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(line -> line.getLoggerName() + ": " + line.getMessage() + " " + line.getThrown())
                .toList();
    }

    @Override
    public void close() {
        ROOT.removeHandler(handler);
        chatty.setLevel(before);
    }
}
