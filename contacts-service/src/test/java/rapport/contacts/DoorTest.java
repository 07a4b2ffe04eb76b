package rapport.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import rapport.kit.testing.BadInput;
import rapport.kit.testing.Door;
import rapport.kit.testing.OpenApiFile;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

/** What holds at every door of the service: its published description, and the answer to what nobody should send. */
@QuarkusTest
@WithTestResource(RealParts.class)
class DoorTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    Congress congress;

    private Door maya() {
        return new Door(base, Tokens.of("maya"));
    }

    @Test
    void theApiIsTheCommittedOne() {
        OpenApiFile.assertCommitted(base, OpenApiFile.of("contacts-service"));
    }

    @TestFactory
    Stream<DynamicTest> badScans() {
        return BadInput.bodies(maya(), "POST", "/scans", "application/json");
    }

    @TestFactory
    Stream<DynamicTest> badUploads() {
        return BadInput.bodies(maya(), "POST", "/scans/batch", "application/json");
    }

    @TestFactory
    Stream<DynamicTest> badSpeakerContacts() {
        return BadInput.bodies(maya(), "POST", "/contacts", "application/json");
    }

    @TestFactory
    Stream<DynamicTest> badEdits() {
        var phone = Phone.of(base);
        String id = phone.stored(Phone.scan(congress.badge("CARD")));
        return BadInput.bodies(
                phone.door().with("If-Match", "*"), "PATCH", "/contacts/" + id, "application/merge-patch+json");
    }

    @TestFactory
    Stream<DynamicTest> badInteractionsEntriesAndCadences() {
        var phone = Phone.of(base);
        String contact = "/contacts/" + phone.stored(Phone.scan(congress.badge("CARD")));
        return Stream.of(
                        BadInput.bodies(phone.door(), "POST", contact + "/interactions", "application/json"),
                        BadInput.bodies(phone.door(), "POST", contact + "/ledger", "application/json"),
                        BadInput.bodies(phone.door(), "PUT", contact + "/cadence", "application/json"))
                .flatMap(cases -> cases);
    }

    @TestFactory
    Stream<DynamicTest> badGoalsRequestsAndIntroductions() {
        return Stream.of("/tag-cadences", "/goals", "/mentoring-requests", "/introductions")
                .flatMap(path -> BadInput.bodies(maya(), "POST", path, "application/json"));
    }

    @TestFactory
    Stream<DynamicTest> badOffersAndSettings() {
        return Stream.of("/me/mentor-profile", "/me/reminder-settings")
                .flatMap(path -> BadInput.bodies(maya(), "PUT", path, "application/json"));
    }

    @TestFactory
    Stream<DynamicTest> whatIsBadHereOnly() {
        return BadInput.file(maya(), "/rapport/contacts/bad-input.json");
    }

    @Test
    void refusedRequestsLeaveNothing() {
        assertThat(congress.count("scan", Tokens.subject("maya"))).isZero();
        assertThat(congress.count("contact", Tokens.subject("maya"))).isZero();
    }

    @Test
    void tokensOfOthersAreNoTokens() {
        for (String token : new String[] {Tokens.ofAnotherKey("maya"), Tokens.unsigned("maya"), "garbage"}) {
            var door = new Door(base, token);
            assertProblem(door.get("/contacts"), 401, "unauthenticated");
            assertProblem(door.post("/scans", "{}"), 401, "unauthenticated");
        }
    }
}
