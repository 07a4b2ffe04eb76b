package rapport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static rapport.system.Gathering.LONG_ENOUGH;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rapport.stack.demo.Api;

/** Two contacts are found to be one person while messages to both wait. */
@ExtendWith(PlatformOfTheRun.class)
class MergeSystemTest {
    private static final Set<String> WAITING = Set.of("SCHEDULED", "HELD");

    private final Platform platform;
    private final String owner = "owner-" + UUID.randomUUID();

    MergeSystemTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void ofTwoRunningFollowUpsOneIsLeftAfterAMergeAndUndoingItRestoresBoth() {
        try (var api = new Api(platform.stack().url(), platform::newcomer)) {
            var gathering = Gathering.at(platform, api, "merge");
            String one = met(gathering, "one");
            String other = met(gathering, "other");
            String first = approved(api, one);
            String second = approved(api, other);
            assertThat(List.of(state(api, first), state(api, second))).allMatch(WAITING::contains);
            var notesBefore = gathering.contact(owner, other).path("notes");

            String merge = api.post(owner, "/api/contacts/contacts/" + one + "/merges", Map.of("contactId", other))
                    .expect(201)
                    .body()
                    .path("id")
                    .asText();

            assertThat(gathering.contact(owner, one).path("notes")).hasSize(2);
            await().atMost(LONG_ENOUGH).until(() -> state(api, second).equals("STOPPED"));
            assertThat(state(api, first)).isIn(WAITING);

            api.post(owner, "/api/contacts/contact-merges/" + merge + "/undo").expect(200);

            assertThat(gathering.contact(owner, other).path("notes")).isEqualTo(notesBefore);
            assertThat(gathering.contact(owner, one).path("notes")).hasSize(1);
            await().atMost(LONG_ENOUGH).until(() -> WAITING.contains(state(api, second)));
            assertThat(state(api, first)).isIn(WAITING);
        }
    }

    private String met(Gathering gathering, String name) {
        String badge = gathering.badge(gathering.register(name + "-" + UUID.randomUUID(), "CARD"));
        var scan = gathering.scan(badge);
        scan.put("note", "Note of " + name);
        return gathering.met(owner, scan);
    }

    /** A message that is to go in two days. */
    private String approved(Api api, String contact) {
        var letter = Map.of(
                "contactId",
                contact,
                "purpose",
                "SHARE",
                "message",
                Map.of("subject", "Slides", "body", "Here are the slides for " + contact + "."),
                "schedule",
                Map.of(
                        "anchor",
                        "ABSOLUTE",
                        "at",
                        LocalDateTime.now(ZoneOffset.UTC)
                                .plusDays(2)
                                .withNano(0)
                                .toString()));
        String[] id = {""};
        await().atMost(LONG_ENOUGH).until(() -> {
            Api.Answer answer = api.post(owner, "/api/followup/followups", letter);
            id[0] = answer.body().path("id").asText();
            return answer.status() == 201;
        });
        api.post(owner, "/api/followup/followups/" + id[0] + "/approval").expect(200);
        return id[0];
    }

    private String state(Api api, String letter) {
        return api.get(owner, "/api/followup/followups/" + letter)
                .expect(200)
                .body()
                .path("state")
                .asText();
    }
}
