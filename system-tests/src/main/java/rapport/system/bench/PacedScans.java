package rapport.system.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Posts single scans at a steady rate, each owner on a connection of their own. Who is late hurries, so that the rate holds. */
final class PacedScans {
    private static final String CONTACT = "\"contactId\":\"";

    private final URI target;
    private final List<String> tokens;

    /** @param tokens of the owners */
    PacedScans(URI target, List<String> tokens) {
        this.target = target;
        this.tokens = List.copyOf(tokens);
    }

    /** Hears of a scan as soon as it is acknowledged, on the thread that posted it. */
    interface Listener {
        /** @param nth scan of this owner */
        void acknowledged(String token, UUID contact, int nth);
    }

    /** Every owner posts every body; returns the contacts when the last one is acknowledged. */
    List<UUID> post(List<byte[]> bodies, double perSecond, Listener listener) throws InterruptedException {
        double nanosBetween = 1e9 * tokens.size() / perSecond;
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<UUID>>> running = new ArrayList<>();
            for (int owner = 0; owner < tokens.size(); owner++) {
                long first = start + (long) (nanosBetween * owner / tokens.size());
                String token = tokens.get(owner);
                Callable<List<UUID>> work = () -> post(token, bodies, first, nanosBetween, listener);
                running.add(threads.submit(work));
            }
            List<UUID> contacts = new ArrayList<>();
            for (Future<List<UUID>> each : running) {
                contacts.addAll(each.get());
            }
            return contacts;
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a connection of the load broke", broken.getCause());
        }
    }

    private List<UUID> post(String token, List<byte[]> bodies, long first, double nanosBetween, Listener listener)
            throws IOException {
        List<UUID> contacts = new ArrayList<>(bodies.size());
        try (var http = HttpConnection.open(target, token)) {
            for (int i = 0; i < bodies.size(); i++) {
                long ahead = first + (long) (nanosBetween * i) - System.nanoTime();
                if (ahead > 0) {
                    LockSupport.parkNanos(ahead);
                }
                UUID contact = contact(http.post(bodies.get(i)));
                contacts.add(contact);
                listener.acknowledged(token, contact, i);
            }
        }
        return contacts;
    }

    private static UUID contact(HttpConnection.Answer answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        int at = body.indexOf(CONTACT);
        if (answer.status() != 201 || at < 0) {
            throw new IllegalStateException("contacts-service answered " + answer.status() + " " + body);
        }
        return UUID.fromString(body.substring(at + CONTACT.length(), at + CONTACT.length() + 36));
    }
}
