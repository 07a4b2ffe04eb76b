package rapport.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** What every failed request has to be answered with. */
public final class Problems {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Problems() {}

    /** Asserts that the answer is a complete problem document and gives it for further assertions. */
    public static JsonNode assertProblem(HttpResponse<String> response, int status, String code) {
        JsonNode problem = assertProblem(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse("none"),
                response.body(),
                status);
        assertThat(problem.path("code").asText()).as(response.body()).isEqualTo(code);
        return problem;
    }

    /** As above for clients of another kind. */
    public static JsonNode assertProblem(int actualStatus, String contentType, String body, int status) {
        assertThat(actualStatus).as("status of %s", body).isEqualTo(status);
        assertThat(contentType).as("media type of %s", body).startsWith("application/problem+json");
        JsonNode problem = parsed(body);
        for (String member : List.of("type", "title", "detail", "code")) {
            assertThat(problem.path(member).asText()).as(member + " in " + body).isNotBlank();
        }
        assertThat(problem.path("type").asText())
                .isEqualTo("urn:rapport:problem:" + problem.path("code").asText());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("traceId").asText()).matches("[0-9a-f]{32}");
        assertThat(body).doesNotContain("rapport.kit", "java.", "Exception", "jakarta", "jackson");
        return problem;
    }

    /** The pointers of the problem's errors. */
    public static List<String> pointers(JsonNode problem) {
        var pointers = new ArrayList<String>();
        problem.path("errors")
                .forEach(fault -> pointers.add(fault.path("pointer").asText()));
        return pointers;
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }
}
