package rapport.system.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A kept-alive HTTP/1.1 connection on which one person posts JSON to one address.
 *
 * <p>It speaks just enough of HTTP to read a status and a body of known length, because it shares two cores with what it
 * measures: a general client would cost more than the service under test.
 */
final class HttpConnection implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final byte[] head;

    private HttpConnection(Socket socket, byte[] head) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        this.head = head;
    }

    record Answer(int status, byte[] body) {}

    static HttpConnection open(URI target, String bearerToken) throws IOException {
        var socket = new Socket(target.getHost(), target.getPort());
        socket.setTcpNoDelay(true);
        return new HttpConnection(
                socket,
                ("POST " + target.getRawPath() + " HTTP/1.1\r\nHost: " + target.getAuthority()
                                + "\r\nAuthorization: Bearer " + bearerToken
                                + "\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: ")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    Answer post(byte[] body) throws IOException {
        byte[] length = (body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = Arrays.copyOf(head, head.length + length.length + body.length);
        System.arraycopy(length, 0, request, head.length, length.length);
        System.arraycopy(body, 0, request, head.length + length.length, body.length);
        out.write(request);
        return readAnswer();
    }

    private Answer readAnswer() throws IOException {
        String statusLine = readLine();
        int status = Integer.parseInt(statusLine.substring(9, 12));
        int length = 0;
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            } else if (line.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
                throw new IOException("the load reads answers of known length only");
            }
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("the service closed the connection");
        }
        return new Answer(status, body);
    }

    private String readLine() throws IOException {
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

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
