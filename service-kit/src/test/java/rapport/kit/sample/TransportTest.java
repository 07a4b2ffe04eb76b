package rapport.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

/** What can go wrong before a body is read. Requests that a client would not send go over a plain socket. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TransportTest {
    @TestHTTPResource("/")
    URI base;

    @Test
    void aBodyThatIsAnnouncedTooLargeIsRefused() {
        var door = new Door(base, Tokens.of("maya"));
        assertProblem(door.post("/things/echo", big(1_100_000)), 413, "too-large");
        assertProblem(door.post("/things/small", big(101)), 413, "too-large");
        assertThat(door.post("/things/small", big(99)).statusCode()).isEqualTo(400);
    }

    @Test
    void aChunkedBodyThatBecomesTooLargeIsRefused() {
        var door = new Door(base, Tokens.of("maya"));
        byte[] body = big(1_100_000);
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        assertProblem(door.send("POST", "/things/echo", chunked, "application/json"), 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/things/%zz", "/%", "/things?limit=%zz", "/things/named/%ff"})
    void badPercentEncodingIsRefused(String target) throws IOException {
        String answer = raw("GET " + target + " HTTP/1.1");
        assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/things/me;x=1", "//things/me", "/things/../things/me", "/things/./me"})
    void tricksWithThePathDecideLikeThePlainPath(String target) throws IOException {
        assertThat(raw("GET " + target + " HTTP/1.1")).matches("(?s)HTTP/1.1 (200|404) .*");
        assertThat(send("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .matches("(?s)HTTP/1.1 (401|404) .*");
    }

    private String raw(String line) throws IOException {
        return send(line + "\r\nHost: x\r\nConnection: close\r\nAuthorization: " + Tokens.bearer("maya") + "\r\n\r\n");
    }

    private String send(String request) throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] big(int size) {
        String shell = "{\"title\":\"\"}";
        return ("{\"title\":\"" + "x".repeat(size - shell.length()) + "\"}").getBytes(StandardCharsets.UTF_8);
    }
}
