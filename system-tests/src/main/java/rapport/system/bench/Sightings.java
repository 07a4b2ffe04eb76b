package rapport.system.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Owners who want to begin a follow-up with somebody they have just scanned: followup-service answers 404 until it knows the
 * contact, and they ask again: every ten milliseconds, or a tenth of what they have waited, so that asking does not cost what is measured.
 */
final class Sightings {
    private static final Duration AGAIN = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final URI followUps;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<Long>> watching = new ArrayList<>();

    Sightings(URI followUps) {
        this.followUps = followUps;
    }

    /** Asks from now on; the delay counts from now on, too. */
    synchronized void watch(String token, UUID contact) {
        long from = System.nanoTime();
        watching.add(threads.submit(() -> untilSeen(token, contact, from)));
    }

    /** All of them, when the last one was seen. */
    synchronized Seen await() throws InterruptedException {
        threads.close();
        long[] nanos = new long[watching.size()];
        try {
            for (int i = 0; i < nanos.length; i++) {
                nanos[i] = watching.get(i).get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a contact was not seen", failure.getCause());
        }
        Arrays.sort(nanos);
        return new Seen(nanos);
    }

    /** @param nanos in ascending order */
    record Seen(long[] nanos) {
        double millis(double percentile) {
            return nanos[(int) ((nanos.length - 1) * percentile)] / 1e6;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "p50 %.1f ms  p99 %.1f ms  max %.1f ms of %d",
                    millis(0.5),
                    millis(0.99),
                    millis(1),
                    nanos.length);
        }
    }

    private long untilSeen(String token, UUID contact, long from) throws IOException, InterruptedException {
        byte[] draft = ("{\"contactId\":\"" + contact + "\",\"purpose\":\"THANK\"}").getBytes(StandardCharsets.UTF_8);
        try (var http = HttpConnection.open(followUps, token)) {
            while (true) {
                HttpConnection.Answer answer = http.post(draft);
                long delay = System.nanoTime() - from;
                if (answer.status() == 201) {
                    return delay;
                }
                if (answer.status() != 404 || delay > PATIENCE.toNanos()) {
                    throw new IllegalStateException("followup-service answers " + answer.status() + " about contact "
                            + contact + " after " + Duration.ofNanos(delay));
                }
                Thread.sleep(Duration.ofNanos(Math.max(AGAIN.toNanos(), delay / 10)));
            }
        }
    }
}
