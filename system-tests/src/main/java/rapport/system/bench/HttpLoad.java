package rapport.system.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Posts prepared bodies over a fixed number of kept-alive HTTP/1.1 connections, one request at a time on each. */
final class HttpLoad {
    private final URI target;
    private final List<String> bearerTokens;
    private final int connections;

    /**
     * @param bearerTokens given to the connections in turn, so that several principals are at work
     */
    HttpLoad(URI target, List<String> bearerTokens, int connections) {
        this.target = target;
        this.bearerTokens = List.copyOf(bearerTokens);
        this.connections = connections;
    }

    /** What one run showed; the latencies are nanoseconds in ascending order. */
    record Result(Map<Integer, Integer> statuses, long nanos, long[] latencies) {
        double perSecond(int perRequest) {
            return (double) latencies.length * perRequest * 1e9 / nanos;
        }

        String latency() {
            return String.format(Locale.ROOT, "p50 %.1f ms  p99 %.1f ms", millisAt(0.5), millisAt(0.99));
        }

        private double millisAt(double percentile) {
            return latencies.length == 0 ? 0 : latencies[(int) ((latencies.length - 1) * percentile)] / 1e6;
        }
    }

    /**
     * Posts every body on every connection and returns when the last answer is there. Each connection begins elsewhere in the
     * list, so that they do not post the same one at the same time. One that breaks fails the run.
     */
    Result post(List<byte[]> bodies) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            List<Future<Connection>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                String token = bearerTokens.get(i % bearerTokens.size());
                int first = (int) ((long) i * bodies.size() / connections);
                Callable<Connection> work = () -> {
                    try (var http = HttpConnection.open(target, token)) {
                        return new Connection(http).post(bodies, first);
                    }
                };
                running.add(threads.submit(work));
            }
            List<Connection> done = new ArrayList<>();
            for (Future<Connection> connection : running) {
                done.add(connection.get());
            }
            return summary(done, System.nanoTime() - start, bodies.size() * connections);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a connection of the load broke", broken.getCause());
        }
    }

    private static Result summary(List<Connection> connections, long nanos, int requests) {
        Map<Integer, Integer> statuses = new TreeMap<>();
        long[] latencies = new long[requests];
        int count = 0;
        for (Connection connection : connections) {
            connection.statuses.forEach((status, n) -> statuses.merge(status, n, Integer::sum));
            for (long latency : connection.latencies) {
                latencies[count++] = latency;
            }
        }
        Arrays.sort(latencies);
        return new Result(statuses, nanos, latencies);
    }

    private static final class Connection {
        private final HttpConnection http;
        private final Map<Integer, Integer> statuses = new TreeMap<>();
        private final List<Long> latencies = new ArrayList<>();

        Connection(HttpConnection http) {
            this.http = http;
        }

        Connection post(List<byte[]> bodies, int first) throws IOException {
            for (int i = 0; i < bodies.size(); i++) {
                long start = System.nanoTime();
                var answer = http.post(bodies.get((first + i) % bodies.size()));
                statuses.merge(answer.status(), 1, Integer::sum);
                latencies.add(System.nanoTime() - start);
            }
            return this;
        }
    }
}
