package rapport.contacts.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Phone;
import rapport.kit.json.Json;
import rapport.kit.testing.RealParts;

/** Speakers whom somebody heard are suggested to them, and to nobody else. */
@QuarkusTest
@WithTestResource(RealParts.class)
class SuggestionTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    Congress congress;

    private Phone maya;
    private UUID person;
    private UUID speaker;
    private UUID session;

    @BeforeEach
    void aSessionWithASpeaker() {
        maya = Phone.of(base);
        person = UUID.randomUUID();
        congress.personAs(person, 1, "Maya Okafor", maya.owner());
        UUID event = UUID.randomUUID();
        speaker = congress.speaker(event, UUID.randomUUID(), "Dr. Inés López");
        session = congress.session(event, speaker);
    }

    private List<JsonNode> suggestedTo(Phone phone) {
        return Phone.json(phone.door().get("/speaker-suggestions"))
                .path("items")
                .valueStream()
                .toList();
    }

    @Test
    void whoAttendedASessionIsSuggestedItsSpeakerWithoutAnAddress() {
        congress.attendance(person, session, true);

        var suggested = suggestedTo(maya);

        assertThat(suggested)
                .extracting(s -> s.path("why").asText())
                .containsExactly("You attended a session of Dr. Inés López.");
        assertThat(suggested.getFirst().path("sessionId").asText()).isEqualTo(session.toString());
        assertThat(suggested.toString()).doesNotContain("@");
        assertThat(suggestedTo(Phone.of(base))).isEmpty();
    }

    @Test
    void whoWasNotThereLongEnoughOrIsTheSpeakerIsSuggestedNobody() {
        congress.attendance(person, session, false);
        assertThat(suggestedTo(maya)).isEmpty();

        UUID event = UUID.randomUUID();
        UUID own = congress.session(event, congress.speaker(event, person, "Maya Okafor"));
        congress.attendance(person, own, true);
        assertThat(suggestedTo(maya)).isEmpty();
    }

    @Test
    void aContactIsNotSuggestedAnyMore() {
        congress.attendance(person, session, true);
        var added = maya.door().post("/contacts", Json.canonical(Map.of("speakerId", speaker, "sessionId", session)));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);

        assertThat(suggestedTo(maya)).isEmpty();
    }

    @Test
    void whatWasDismissedStaysDismissedAlsoWhenAnotherSessionIsAttended() {
        congress.attendance(person, session, true);
        String path = "/speaker-suggestions/" + speaker + "/dismissal";
        for (int again = 0; again < 2; again++) {
            assertThat(maya.door().send("POST", path, "", null).statusCode()).isEqualTo(204);
        }
        congress.attendance(person, congress.session(UUID.randomUUID(), speaker), true);

        assertThat(suggestedTo(maya)).isEmpty();
        assertProblem(Phone.of(base).door().send("POST", path, "", null), 404, "not-found");
    }
}
