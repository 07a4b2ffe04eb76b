package rapport.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class FrontDoorTest {
    @TestHTTPResource
    URI base;

    @Test
    void boots() {
        var olga = new Door(base, Tokens.of("olga"));
        var answer = olga.post("/organizations", "{\"name\":\"Young Cardiologists\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}
