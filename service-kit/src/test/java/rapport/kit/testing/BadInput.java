package rapport.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Sends bad input to a service and asserts the answer. The cases are data: those of the kit hold for every endpoint with a
 * JSON body, a service adds its own file. Every finding becomes a line.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> badBodies() {
 *     return BadInput.bodies(door, "POST", "/organizations", "application/json");
 * }
 * }</pre>
 */
public final class BadInput {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BadInput() {}

    /**
     * @param name what is wrong
     * @param method the HTTP method; null for that of the endpoint
     * @param path the path with query; null for that of the endpoint
     * @param mediaType the header Content-Type, "none" for none; null for that of the endpoint
     * @param body the body as text; null for none
     * @param hex the body as bytes in hexadecimal digits, instead of {@code body}
     * @param repeat how often {@code body} is repeated; 0 means once
     * @param status the only right status
     * @param pointer where the first fault has to be; null when it does not matter
     */
    public record Case(
            String name,
            String method,
            String path,
            String mediaType,
            String body,
            String hex,
            int repeat,
            int status,
            String pointer) {

        byte[] bytes() {
            if (hex != null) {
                return HexFormat.of().parseHex(hex);
            }
            String text = body == null ? "" : body.repeat(Math.max(1, repeat));
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** A test for each of the kit's cases, sent to one endpoint that takes a JSON object. */
    public static Stream<DynamicTest> bodies(Door door, String method, String path, String mediaType) {
        return cases("/rapport/kit/testing/bad-input.json").stream()
                .map(one -> DynamicTest.dynamicTest(
                        method + ' ' + path + ": " + one.name(), () -> check(door, method, path, mediaType, one)));
    }

    /** A test for each case of a service's own file on the class path; each case names its method and path. */
    public static Stream<DynamicTest> file(Door door, String resource) {
        return cases(resource).stream()
                .map(one ->
                        DynamicTest.dynamicTest(one.name(), () -> check(door, "GET", "/", "application/json", one)));
    }

    private static void check(Door door, String method, String path, String mediaType, Case one) {
        for (int attempt = 1; attempt <= 2; attempt++) {
            String type = one.mediaType() == null ? mediaType : one.mediaType();
            long start = System.nanoTime();
            HttpResponse<String> response = door.send(
                    one.method() == null ? method : one.method(),
                    one.path() == null ? path : one.path(),
                    BodyPublishers.ofByteArray(one.bytes()),
                    type.equals("none") ? null : type);
            long millis = (System.nanoTime() - start) / 1_000_000;
            var problem = Problems.assertProblem(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse("none"),
                    response.body(),
                    one.status());
            if (one.pointer() != null) {
                assertThat(Problems.pointers(problem)).contains(one.pointer());
            }
            assertThat(millis).as("milliseconds until the answer").isLessThan(5_000);
        }
    }

    private static List<Case> cases(String resource) {
        try (InputStream in = BadInput.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + resource + " on the class path");
            }
            return JSON.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
