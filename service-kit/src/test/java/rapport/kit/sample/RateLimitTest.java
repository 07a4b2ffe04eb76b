package rapport.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@TestProfile(RateLimitTest.Narrow.class)
@WithTestResource(RealParts.class)
class RateLimitTest {
    @TestHTTPResource("/")
    URI base;

    public static class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kit.rate.per-second", "1", "kit.rate.burst", "5");
        }
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBackAndOthersAreNot() {
        var maya = new Door(base, Tokens.of("maya"));
        var ben = new Door(base, Tokens.of("ben"));
        for (int i = 0; i < 5; i++) {
            assertThat(maya.get("/things").statusCode()).isEqualTo(200);
        }
        var refused = maya.get("/things");
        assertProblem(refused, 429, "too-many-requests");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(ben.get("/things").statusCode()).isEqualTo(200);
    }
}
