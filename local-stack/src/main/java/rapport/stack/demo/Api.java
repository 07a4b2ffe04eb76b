package rapport.stack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The public APIs behind the gateway, as one signed-in person after the other uses them. */
public final class Api implements AutoCloseable {
    private static final int ATTEMPTS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String gateway;
    private final Function<String, String> tokens;

    public Api(String gateway, Function<String, String> tokens) {
        this.gateway = gateway;
        this.tokens = tokens;
    }

    /** What was answered to whom; {@code body} is the missing node when it is no JSON. */
    public record Answer(String request, int status, JsonNode body, String text) {

        /** This answer, if it is one of those. */
        public Answer expect(int... statuses) {
            for (int expected : statuses) {
                if (status == expected) {
                    return this;
                }
            }
            String reason = body.isMissingNode() ? text : body.path("detail").asText(text) + errors();
            throw new StepFailed(request + " was answered " + status + ": " + reason);
        }

        private String errors() {
            return body.path("errors").isEmpty() ? "" : " " + body.path("errors");
        }
    }

    public Answer get(String person, String path) {
        return send(person, request(path).GET());
    }

    public Answer post(String person, String path) {
        return send(person, request(path).POST(BodyPublishers.noBody()));
    }

    public Answer post(String person, String path, Object body) {
        return send(person, json(path, body).method("POST", publisher(body)));
    }

    public Answer put(String person, String path, Object body) {
        return send(person, json(path, body).method("PUT", publisher(body)));
    }

    public Answer upload(String person, String path, String contentType, byte[] content) {
        return send(
                person, request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(content)));
    }

    /** All items of a list, page by page. */
    public List<JsonNode> all(String person, String path) {
        List<JsonNode> items = new ArrayList<>();
        String base = path + (path.contains("?") ? "&" : "?") + "limit=200";
        String next = base;
        while (next != null) {
            JsonNode page = get(person, next).expect(200).body();
            page.path("items").forEach(items::add);
            next = page.path("next").isTextual()
                    ? base + "&cursor=" + URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8)
                    : null;
        }
        return items;
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofMinutes(2));
    }

    private HttpRequest.Builder json(String path, Object body) {
        return request(path).header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher publisher(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Waits as long as the service says when it is asked too often, as every good client does. */
    private Answer send(String person, HttpRequest.Builder builder) {
        HttpRequest request = builder.header("Authorization", "Bearer " + tokens.apply(person))
                .header("Accept", "application/json, application/problem+json;q=0.9, */*;q=0.1")
                .build();
        String described = request.method() + " " + request.uri().getRawPath();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            for (int attempt = 1; response.statusCode() == 429 && attempt < ATTEMPTS; attempt++) {
                Thread.sleep(Duration.ofSeconds(
                        response.headers().firstValueAsLong("Retry-After").orElse(1)));
                response = client.send(request, BodyHandlers.ofString());
            }
            return new Answer(described, response.statusCode(), parsed(response), response.body());
        } catch (IOException failure) {
            throw new StepFailed(described + " was not answered: " + failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StepFailed("interrupted at " + described);
        }
    }

    private static JsonNode parsed(HttpResponse<String> response) throws IOException {
        boolean json = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        return json && !response.body().isBlank() ? JSON.readTree(response.body()) : MissingNode.getInstance();
    }
}
