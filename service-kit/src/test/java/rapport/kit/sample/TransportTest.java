package rapport.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.kit.testing.CapturedLog;
import rapport.kit.testing.Door;
import rapport.kit.testing.Problems;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

/** What can go wrong before a body is read. Requests that a client would not send go over a plain socket. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TransportTest {
    private static final String ID = "0199a4f2-3000-7e10-8a00-0000000000d1";
    private static final String HTTP = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
    private static final String END = "\r\n";

    @TestHTTPResource("/")
    URI base;

    @Test
    void aBodyThatIsAnnouncedTooLargeIsRefused() {
        var door = new Door(base, Tokens.of("maya"));
        Problems.assertProblem(door.post("/things/echo", big(1_100_000)), 413, "too-large");
        Problems.assertProblem(door.post("/things/small", big(101)), 413, "too-large");
        assertThat(door.post("/things/small", big(99)).statusCode()).isEqualTo(400);
    }

    @Test
    void aChunkedBodyThatBecomesTooLargeIsRefused() {
        var door = new Door(base, Tokens.of("maya"));
        byte[] body = big(1_100_000);
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        Problems.assertProblem(door.send("POST", "/things/echo", chunked, "application/json"), 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/things/%zz",
                "/things/%",
                "/%",
                "/things/%2",
                "/%c0%zz",
                "/nowhere/%zz",
                "/q/health/%zz",
                "/things?limit=%zz",
                "/things?limit=%",
                "/things?%zz=1",
                "/things?limit=1&cursor=%u0041",
                "/things/named/a{b}",
                "/things/named/a\\b",
                "/things?colour=a|b",
                "//"
            })
    void anAddressThatIsNoUriIsRefused(String target) throws IOException {
        assertProblem(asMaya(target), 400, "bad-request");
        assertProblem(anonymously(target), 400, "bad-request");
    }

    @Test
    void bytesThatAreNoTextNameNothing() throws IOException {
        assertProblem(asMaya("/things/named/%ff"), 404, "not-found");
        assertProblem(asMaya("/things/named/%00"), 404, "not-found");
        assertProblem(asMaya("/things?cursor=%ff"), 400, "validation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/things/me;x=1",
                "/things;x=1/me",
                "/;x=1/things/me",
                "//things/me",
                "/things//me",
                "/things/me/",
                "/things/me//",
                "/things/../things/me",
                "/things/./me",
                "/things/%2e%2e/things/me",
                "/things/%2E/me",
                "/../things/me",
                "/..%2fthings/me",
                "/things%2fme",
                "/%74hings/me",
                "/nowhere/..;/things/me",
                "/things/open/../me",
                "/things/open/%2e%2e/me",
                "/things/open;/../me",
                "/THINGS/me",
                "/things/me%20",
                "/things/me?"
            })
    void tricksWithThePathDecideLikeThePlainPath(String target) throws IOException {
        Answer signedIn = asMaya(target);
        if (signedIn.status() == 200) {
            assertThat(signedIn.body()).isEqualTo(asMaya("/things/me").body());
            assertProblem(anonymously(target), 401, "unauthenticated");
        } else {
            assertThat(signedIn.status()).isIn(400, 404);
            assertProblem(signedIn, signedIn.status(), signedIn.status() == 404 ? "not-found" : "bad-request");
            assertThat(anonymously(target).status()).isIn(400, 401, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/things/open;x=1/" + ID, "/things/%2e%2e/things/" + ID, "//things/" + ID, "/things/;/" + ID})
    void tricksWithThePathDoNotGetAroundRoles(String target) throws IOException {
        Answer answer = Answer.of(send("DELETE " + target + HTTP + authorization() + END));
        assertThat(answer.status()).isIn(403, 404, 405);
        assertProblem(answer, answer.status(), answer.status() == 403 ? "forbidden" : code(answer));
    }

    @Test
    void aClientThatGoesAwayIsNobodysError() throws IOException {
        try (var log = CapturedLog.ofEverything("rapport.kit.problem.ProblemMappers")) {
            for (int client = 0; client < 10; client++) {
                try (var socket = new Socket(base.getHost(), base.getPort())) {
                    socket.getOutputStream()
                            .write(("GET /things/large" + HTTP + authorization() + END)
                                    .getBytes(StandardCharsets.ISO_8859_1));
                    assertThat(new String(socket.getInputStream().readNBytes(15), StandardCharsets.ISO_8859_1))
                            .isEqualTo("HTTP/1.1 200 OK");
                }
            }

            // A connection can also be closed between two writes, which then nobody notices.
            await().until(() -> !log.lines("went away").isEmpty());
            assertThat(log.errors()).isEmpty();
        }
    }

    private Answer asMaya(String target) throws IOException {
        return Answer.of(send("GET " + target + HTTP + authorization() + END));
    }

    private Answer anonymously(String target) throws IOException {
        return Answer.of(send("GET " + target + HTTP + END));
    }

    private static String authorization() {
        return "Authorization: " + Tokens.bearer("maya") + "\r\n";
    }

    private static String code(Answer answer) {
        return answer.status() == 404 ? "not-found" : "method-not-allowed";
    }

    private static void assertProblem(Answer answer, int status, String code) {
        var problem = Problems.assertProblem(answer.status(), answer.mediaType(), answer.body(), status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
    }

    /** What came back over a plain socket. */
    private record Answer(int status, String mediaType, String body) {
        static Answer of(String raw) {
            String head = raw.substring(0, raw.indexOf("\r\n\r\n"));
            var type = Pattern.compile("(?im)^content-type: *(.*?)\r?$").matcher(head);
            return new Answer(
                    Integer.parseInt(head.split(" ")[1]),
                    type.find() ? type.group(1) : "none",
                    raw.substring(head.length() + 4));
        }
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
