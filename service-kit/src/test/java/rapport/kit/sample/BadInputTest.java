package rapport.kit.sample;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import rapport.kit.testing.BadInput;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(RealParts.class)
class BadInputTest {
    @TestHTTPResource("/")
    URI base;

    @TestFactory
    Stream<DynamicTest> badBodies() {
        return BadInput.bodies(new Door(base, Tokens.of("maya")), "POST", "/things", "application/json");
    }
}
