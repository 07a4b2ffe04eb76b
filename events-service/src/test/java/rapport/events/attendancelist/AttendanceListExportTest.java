package rapport.events.attendancelist;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class AttendanceListExportTest extends FrontDoor {

    @Test
    void aRowPerPersonAndSessionTellsMinutesAndNames() {
        String id = publishedEvent("{}");
        var ana = ok(
                201,
                as("olga")
                        .post(
                                "/events/" + id + "/registrations",
                                "{\"displayName\":\"@Ana\",\"email\":\"at%s@x.example\"}".formatted(id)));
        var session = ok(
                201,
                as("olga")
                        .post(
                                "/events/" + id + "/sessions",
                                "{\"title\":\"Opening\",\"startsAt\":\"2024-12-27T10:00:00\",\"endsAt\":\"2024-12-27T11:00:00\"}"));
        attended(id, id(session), id(ana), ana.path("personId").asText());

        var row = json(as("olga")
                        .get("/events/" + id + "/attendance-list?format=json&zone=America/New_York")
                        .body())
                .get(0);

        assertThat(row.path("display_name").asText()).isEqualTo("@Ana");
        assertThat(row.path("session_title").asText()).isEqualTo("Opening");
        assertThat(row.path("minutes").asInt()).isEqualTo(52);
        assertThat(row.path("attended").asBoolean()).isTrue();
        assertThat(row.path("first_in").asText()).isEqualTo("2024-12-27T04:03:00");
        assertThat(row.path("first_in_utc").asText()).isEqualTo("2024-12-27T09:03:00Z");
        assertThat(row.path("sources").toString()).isEqualTo("[\"CHECK_IN\"]");
        assertThat(as("olga")
                        .get("/events/" + id + "/attendance-list?fields=display_name,minutes")
                        .body())
                .isEqualTo("display_name,minutes\r\n\"'@Ana\",52\r\n");
        assertThat(as("olga")
                        .get("/events/" + id + "/attendance-list?format=json&attended=false")
                        .body())
                .isEqualToIgnoringWhitespace("[]");
        assertThat(all(as("olga"), "/events/" + id + "/exports")
                        .get(0)
                        .path("rows")
                        .asText())
                .isEqualTo("ATTENDANCE");
        assertProblem(as("olga").get("/events/" + id + "/attendance-list?zone=Mars/Base"), 400, "validation");
    }

    private void attended(String event, String session, String registration, String person) {
        rows(
                """
                insert into attendance (id, version, event_id, session_id, registration_id, person_id, seconds, percent, required,
                                        attended, assumed, first_in, last_out, sources, status, created_at, updated_at)
                values (uuidv7(), 1, ?, ?, ?, ?, 3150, 87, 70, true, false, '2024-12-27T09:03:00Z', '2024-12-27T09:55:30Z',
                        '{CHECK_IN}', 'ACTIVE', now(), now())
                returning id
                """,
                UUID.fromString(event),
                UUID.fromString(session),
                UUID.fromString(registration),
                UUID.fromString(person));
    }
}
