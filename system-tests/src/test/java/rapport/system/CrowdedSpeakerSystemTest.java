package rapport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static rapport.system.Gathering.LONG_ENOUGH;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rapport.stack.demo.Api;
import rapport.stack.parts.Mail;

/** A hundred students want to write to one speaker, and one of them twice. */
@ExtendWith(PlatformOfTheRun.class)
class CrowdedSpeakerSystemTest {
    private static final int STUDENTS = 100;
    private static final int BUDGET = 5;
    /** One of those who have to wait. */
    private static final int EAGER = 10;

    private static final Duration WEEK = Duration.ofDays(7);
    /** Dates that moved by less are not told anew. */
    private static final Duration NO_NEWS = Duration.ofMinutes(1);

    private final Platform platform;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String speaker = "speaker-" + run;

    CrowdedSpeakerSystemTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void fiveOfAHundredAreDeliveredInTheWeekAndTheOthersWaitWithDatesInFairOrder() throws Exception {
        try (var api = new Api(platform.stack().url(), this::token)) {
            var lecture = Lecture.by(api, speaker);
            List<String> contacts = together(i -> lecture.contactOf(student(i)));
            List<String> drafts =
                    together(i -> lecture.drafted(student(i), contacts.get(i), "Question of " + student(i)));
            String second =
                    lecture.drafted(student(EAGER), contacts.get(EAGER), "One more question of " + student(EAGER));

            // Whoever approves first is first, and the second message of one is approved before most of the others.
            for (int i = 0; i < STUDENTS; i++) {
                lecture.approve(student(i), drafts.get(i));
                if (i == EAGER) {
                    lecture.approve(student(EAGER), second);
                }
            }
            await().atMost(LONG_ENOUGH)
                    .until(() -> IntStream.range(0, STUDENTS)
                                    .allMatch(i -> isDecided(followUp(api, student(i), drafts.get(i))))
                            && isDecided(followUp(api, student(EAGER), second)));

            List<JsonNode> all = IntStream.range(0, STUDENTS)
                    .mapToObj(i -> followUp(api, student(i), drafts.get(i)))
                    .toList();
            assertThat(all.subList(0, BUDGET))
                    .allSatisfy(each -> assertThat(state(each)).isEqualTo("SENT"));
            List<JsonNode> held = all.subList(BUDGET, STUDENTS);
            JsonNode heldTwice = followUp(api, student(EAGER), second);
            assertThat(held).hasSize(95).allSatisfy(CrowdedSpeakerSystemTest::isHeldWithADate);
            isHeldWithADate(heldTwice);

            List<Instant> dates =
                    held.stream().map(CrowdedSpeakerSystemTest::estimate).toList();
            assertThat(dates).isSorted();
            assertThat(estimate(heldTwice)).isAfterOrEqualTo(dates.getLast());
            assertThatNoWeekHoldsMoreThanTheBudget(
                    Stream.concat(all.subList(0, BUDGET).stream().map(each -> time(each, "sentAt")), dates.stream())
                            .toList());

            JsonNode why = why(api, student(STUDENTS - 1), drafts.getLast());
            assertThat(state(why)).isEqualTo("HELD");
            assertThat(why.path("reason").asText()).isEqualTo("budget-exhausted");
            assertThat(estimate(why)).isEqualTo(estimate(held.getLast()));
            JsonNode decision = why.path("decisions").path(0);
            assertThat(decision.path("verdict").asText()).isEqualTo("HOLD");
            assertThat(decision.path("gates"))
                    .filteredOn(gate -> !gate.path("verdict").asText().equals("PASS"))
                    .extracting(gate -> gate.path("gate").asText(), gate -> gate.path("reason")
                            .asText())
                    .containsExactly(tuple("BUDGET", "budget-exhausted"));

            assertThat(subjects())
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, BUDGET)
                            .mapToObj(i -> "Question of " + student(i))
                            .toList());
        }
    }

    private String student(int number) {
        return "student-%s-%02d".formatted(run, number);
    }

    /** For every student, eight at a time. */
    private static List<String> together(IntFunction<String> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> each = IntStream.range(0, STUDENTS)
                    .mapToObj(i -> (Callable<String>) () -> work.apply(i))
                    .toList();
            List<String> results = new ArrayList<>();
            for (Future<String> result : pool.invokeAll(each)) {
                results.add(result.get());
            }
            return results;
        }
    }

    private static void assertThatNoWeekHoldsMoreThanTheBudget(List<Instant> dates) {
        for (int i = BUDGET; i < dates.size(); i++) {
            assertThat(Duration.between(dates.get(i - BUDGET), dates.get(i))).isGreaterThan(WEEK.minus(NO_NEWS));
        }
    }

    private static boolean isDecided(JsonNode followUp) {
        return Set.of("SENT", "HELD").contains(state(followUp));
    }

    private static void isHeldWithADate(JsonNode followUp) {
        assertThat(state(followUp)).isEqualTo("HELD");
        assertThat(followUp.path("reason").asText()).isEqualTo("budget-exhausted");
        assertThat(followUp.path("estimatedSendAt").isTextual()).isTrue();
    }

    private static Instant estimate(JsonNode followUp) {
        return time(followUp, "estimatedSendAt");
    }

    private static Instant time(JsonNode followUp, String field) {
        return Instant.parse(followUp.path(field).asText());
    }

    private static String state(JsonNode followUp) {
        return followUp.path("state").asText();
    }

    private static JsonNode followUp(Api api, String owner, String id) {
        return api.get(owner, "/api/followup/followups/" + id).expect(200).body();
    }

    private static JsonNode why(Api api, String owner, String id) {
        return api.get(owner, "/api/followup/followups/" + id + "/why")
                .expect(200)
                .body();
    }

    private List<String> subjects() {
        return platform.stack().mailbox().messages().stream()
                .filter(mail -> mail.recipient().equals(Lecture.address(speaker)))
                .map(Mail::subject)
                .toList();
    }

    private String token(String person) {
        return person.equals("olga") ? platform.stack().token(person) : platform.newcomer(person);
    }
}
