package rapport.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class OpenApiTest {
    @TestHTTPResource("/")
    URI base;

    @Test
    void theContractIsComplete() {
        String yaml = new Door(base, (String) null).get("/q/openapi").body();
        assertThat(yaml)
                .contains("openapi: 3.1.0")
                .contains("operationId: ThingResource_create")
                .contains("name: Idempotency-Key")
                .contains("bearerFormat: JWT")
                .doesNotContain("ChangeString")
                .doesNotContain("Not Authorized");
    }

    @Test
    void answersSayWhatIsNeverMissingAndRequestsOnlyWhatIsAskedFor() throws IOException {
        var schemas = new ObjectMapper()
                .readTree(new Door(base, (String) null)
                        .get("/q/openapi?format=json")
                        .body())
                .path("components")
                .path("schemas");
        assertThat(schemas.path("ThingView").path("required"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("id", "title", "count");
        assertThat(schemas.path("ThingView").path("properties").path("count").path("type"))
                .extracting(JsonNode::asText)
                .contains("null");
        assertThat(schemas.path("NewThing").path("required"))
                .extracting(JsonNode::asText)
                .containsExactly("title");
    }
}
