package rapport.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Holds every answer that a test gets against the description which the service itself serves: its status has to be one that
 * the operation names, and its JSON has to be as the schema says. So the contract is tested wherever anything is tested.
 */
final class DescribedAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<URI, DescribedAnswers> KNOWN = new ConcurrentHashMap<>();

    private record Template(Pattern pattern, JsonNode operations) {}

    private final ObjectNode document;
    private final List<Template> templates = new ArrayList<>();
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    private DescribedAnswers(ObjectNode document) {
        this.document = document;
        document.path("paths")
                .properties()
                .forEach(path -> templates.add(new Template(pattern(path.getKey()), path.getValue())));
        // What is spelled out wins over what stands for anything.
        templates.sort((a, b) -> Integer.compare(wildcards(a), wildcards(b)));
    }

    /** @param path as it was asked for, with its query */
    static void check(URI base, String method, String path, HttpResponse<String> answer) {
        KNOWN.computeIfAbsent(base, DescribedAnswers::load).check(method, path.replaceAll("\\?.*", ""), answer);
    }

    private static DescribedAnswers load(URI base) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(base.resolve("/q/openapi?format=json"))
                    .build();
            var body = client.send(request, BodyHandlers.ofString()).body();
            return new DescribedAnswers((ObjectNode) JSON.readTree(body));
        } catch (IOException e) {
            throw new IllegalStateException("no description at " + base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void check(String method, String path, HttpResponse<String> answer) {
        operation(method, path).ifPresent(operation -> {
            String what = "%s %s -> %d %s".formatted(method, path, answer.statusCode(), answer.body());
            JsonNode described = operation.path("responses").path(Integer.toString(answer.statusCode()));
            assertThat(described.isMissingNode()).as("undescribed: %s", what).isFalse();
            JsonNode schema = described.path("content").path(mediaType(answer)).path("schema");
            if (!schema.isMissingNode() && isJson(mediaType(answer))) {
                assertThat(schemas.computeIfAbsent(schema, this::compile).validate(answer.body(), InputFormat.JSON))
                        .as("not as described: %s", what)
                        .isEmpty();
            }
        });
    }

    private Optional<JsonNode> operation(String method, String path) {
        return templates.stream()
                .filter(template -> template.pattern().matcher(path).matches())
                .map(template -> template.operations().path(method.toLowerCase()))
                .filter(operation -> !operation.isMissingNode())
                .findFirst();
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString());
    }

    private static String mediaType(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("none").replaceAll(";.*", "");
    }

    /** One document: lines of JSON are something else. */
    private static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private static int wildcards(Template template) {
        return template.pattern().pattern().split("\\[", -1).length;
    }
}
