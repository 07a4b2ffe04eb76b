package rapport.kit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@TestProfile(RateLimitTest.Narrow.class)
@WithTestResource(RealParts.class)
class RateLimitTest {
    private static final String OPEN = "/things/open";
    private static final int BURST = 5;
    private static final int MANY = 200;

    @TestHTTPResource("/")
    URI base;

    public static class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kit.rate.per-second", "1", "kit.rate.burst", Integer.toString(BURST));
        }
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBackAndOthersAreNot() {
        List<HttpResponse<String>> answers = askUntilRefused(new Door(base, Tokens.of("maya")));

        assertThat(answers).hasSizeGreaterThan(BURST);
        assertProblem(answers.getLast(), 429, "too-many-requests");
        assertThat(answers.getLast().headers().firstValue("Retry-After")).hasValue("1");
        assertThat(new Door(base, Tokens.of("ben")).get(OPEN).statusCode()).isEqualTo(200);
    }

    @Test
    void theAnonymousOfOneAddressShareOneAllowanceAndTheSignedInHaveTheirOwn() {
        List<HttpResponse<String>> answers = askUntilRefused(new Door(base, (String) null));

        assertProblem(answers.getLast(), 429, "too-many-requests");
        assertThat(answers.getLast().headers().firstValue("Retry-After")).hasValue("1");
        assertThat(new Door(base, Tokens.of("chen")).get(OPEN).statusCode()).isEqualTo(200);
    }

    @Test
    void anAddressThatIsOnlyClaimedIsNoWayToAnotherAllowance() {
        var refused = IntStream.range(0, MANY)
                .mapToObj(n -> new Door(base, Map.of("X-Forwarded-For", "10.0.0." + n)).get(OPEN))
                .filter(answer -> answer.statusCode() == 429)
                .findFirst();

        assertThat(refused).isPresent();
    }

    /** How many are answered before that depends on the machine, since the allowance is refilled meanwhile. */
    private static List<HttpResponse<String>> askUntilRefused(Door door) {
        var answers = new ArrayList<HttpResponse<String>>();
        do {
            answers.add(door.get(OPEN));
        } while (answers.getLast().statusCode() == 200 && answers.size() < MANY);
        return answers;
    }
}
