package rapport.kit.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The public door of a running service, for one caller. It sends exactly what it is told, also what is wrong, and bears no
 * answer that the service does not describe.
 */
public record Door(URI base, Map<String, String> headers) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param token the access token; null for a caller who is not signed in */
    public Door(URI base, String token) {
        this(base, token == null ? Map.of() : Map.of("Authorization", "Bearer " + token));
    }

    /** The same door with one more request header. */
    public Door with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Door(base, more);
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody(), null);
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, json, "application/json");
    }

    public HttpResponse<String> post(String path, byte[] json) {
        return send("POST", path, BodyPublishers.ofByteArray(json), "application/json");
    }

    public HttpResponse<String> send(String method, String path, String body, String mediaType) {
        return send(method, path, BodyPublishers.ofString(body), mediaType);
    }

    /** @param mediaType the header {@code Content-Type}; null for none */
    public HttpResponse<String> send(String method, String path, BodyPublisher body, String mediaType) {
        try {
            var request = HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/$", "") + path))
                    .method(method, body);
            headers.forEach(request::header);
            if (mediaType != null) {
                request.header("Content-Type", mediaType);
            }
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            DescribedAnswers.check(base, method, path, answer);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
