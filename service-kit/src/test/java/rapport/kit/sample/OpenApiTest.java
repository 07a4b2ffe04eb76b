package rapport.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
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
}
