package rapport.followup.followup;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.UUID;
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
    Stream<DynamicTest> badFollowUps() {
        return BadInput.bodies(attendee(), "POST", "/followups", "application/json");
    }

    @TestFactory
    Stream<DynamicTest> badBoundaries() {
        return BadInput.bodies(attendee(), "PUT", "/me/boundary", "application/json");
    }

    @TestFactory
    Stream<DynamicTest> badRequestsOfFollowUps() {
        return BadInput.file(attendee(), "/bad-follow-ups.json");
    }

    private Door attendee() {
        return new Door(base, Tokens.ofSubject(UUID.randomUUID().toString(), "attendee"));
    }
}
