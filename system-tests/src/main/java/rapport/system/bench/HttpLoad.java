package rapport.system.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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

/**
 * Posts prepared bodies over a fixed number of kept-alive HTTP/1.1 connections, one request at a time on each.
 *
 * <p>It speaks just enough of HTTP to read a status and a body of known length, because it shares two cores with what it
 * measures: a general client would cost more than the service under test.
 */
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
                Callable<Connection> work = () -> new Connection(token).post(bodies, first);
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

    private final class Connection {
        private final byte[] head;
        private final Map<Integer, Integer> statuses = new TreeMap<>();
        private final List<Long> latencies = new ArrayList<>();

        Connection(String token) {
            head = ("POST " + target.getRawPath() + " HTTP/1.1\r\nHost: " + target.getAuthority()
                            + "\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: ")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }

        Connection post(List<byte[]> bodies, int first) throws IOException {
            try (Socket socket = new Socket(target.getHost(), target.getPort())) {
                socket.setTcpNoDelay(true);
                OutputStream out = socket.getOutputStream();
                InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
                for (int i = 0; i < bodies.size(); i++) {
                    long start = System.nanoTime();
                    out.write(request(bodies.get((first + i) % bodies.size())));
                    statuses.merge(readResponse(in), 1, Integer::sum);
                    latencies.add(System.nanoTime() - start);
                }
            }
            return this;
        }

        private byte[] request(byte[] body) {
            byte[] length = (body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
            byte[] request = Arrays.copyOf(head, head.length + length.length + body.length);
            System.arraycopy(length, 0, request, head.length, length.length);
            System.arraycopy(body, 0, request, head.length + length.length, body.length);
            return request;
        }

        private int readResponse(InputStream in) throws IOException {
            String statusLine = readLine(in);
            int status = Integer.parseInt(statusLine.substring(9, 12));
            long length = 0;
            for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
                if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Long.parseLong(line.substring(15).strip());
                } else if (line.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
                    throw new IOException("the load reads answers of known length only");
                }
            }
            in.skipNBytes(length);
            return status;
        }

        private static String readLine(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder(64);
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the service closed the connection");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }
    }
}
