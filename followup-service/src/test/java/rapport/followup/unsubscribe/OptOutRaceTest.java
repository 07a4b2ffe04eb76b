package rapport.followup.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rapport.followup.links.LinkPurpose;
import rapport.followup.links.Links;
import rapport.followup.testing.DueLetters;
import rapport.followup.testing.Sending;
import rapport.followup.testing.World;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.stack.parts.Mail;
import rapport.stack.parts.Parts;

/** People say stop while messages to them become due. */
@QuarkusTest
@TestProfile(Sending.class)
@WithTestResource(RealParts.class)
class OptOutRaceTest {

    private static final int PEOPLE = 60;

    @TestHTTPResource("/")
    URI base;

    @Inject
    World world;

    @Inject
    DueLetters letters;

    @Inject
    Links links;

    private record Reader(String address, String path, UUID waiting) {}

    @Test
    void afterTheAnswerToAnOptOutNoMessageArrives() throws Exception {
        letters.clear();
        UUID event = world.event(Instant.parse("2026-11-20T17:00:00Z"));
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            readers.add(reader(event));
        }
        Map<String, Boolean> hadItWhenAnswered = new ConcurrentHashMap<>();

        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Reader reader : readers) {
                pool.submit(() -> {
                    letters.update(
                            "update progress set send_at = now() where follow_up_id = '" + reader.waiting() + "'");
                    var answer = new Door(base, (String) null)
                            .send("POST", reader.path(), "choice=ALL", "application/x-www-form-urlencoded");
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                    hadItWhenAnswered.put(reader.address(), reached().contains(reader.address()));
                });
            }
        }

        assertThat(hadItWhenAnswered).hasSize(PEOPLE);
        await().atMost(Duration.ofSeconds(60)).until(() -> letters.states().stream()
                .allMatch(state -> state.equals("SENT") || state.equals("STOPPED")));
        Set<String> reached = reached();
        hadItWhenAnswered.forEach((address, had) ->
                assertThat(reached.contains(address)).as(address).isEqualTo(had));
    }

    private Reader reader(UUID event) {
        String address = UUID.randomUUID() + "@clinic.example";
        UUID person = world.person("Dr. Lucía López", null, address, "Europe/Madrid");
        letters.boundary(person, "OPEN", 5);
        UUID contact = world.contact("maya", person, event, "SPEAKER", false);
        UUID delivery = letters.sent("maya", contact, event, person);
        UUID waiting = letters.due("maya", contact, event);
        letters.update(
                "update progress set send_at = now() + interval '1 day', recipient = '%s' where follow_up_id = '%s'"
                        .formatted(person, waiting));
        return new Reader(address, "/stop/" + links.token(LinkPurpose.STOP, delivery), waiting);
    }

    private static Set<String> reached() {
        return Parts.shared().mailbox().stream().map(Mail::recipient).collect(Collectors.toSet());
    }
}
