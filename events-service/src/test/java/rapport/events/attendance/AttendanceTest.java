package rapport.events.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.id.Ids;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class AttendanceTest extends FrontDoor {
    @Inject
    Attendances attendances;

    @Inject
    DataSource pool;

    @Test
    void presenceOfAllSourcesBecomesOneAttendanceAndOneMessage() {
        var congress = new Congress();

        replace(PresenceSource.CHECK_IN, congress.stay("10:00", "10:20"));
        replace(PresenceSource.WEBINAR, congress.stay("10:10", "10:50"));

        var row = congress.only();
        assertThat(row.path("minutes").asInt()).isEqualTo(50);
        assertThat(row.path("percent").asInt()).isEqualTo(83);
        assertThat(row.path("attended").asBoolean()).isTrue();
        assertThat(row.path("sources").toString()).isEqualTo("[\"CHECK_IN\",\"WEBINAR\"]");
        assertThat(row.path("firstIn").asText()).isEqualTo("2024-12-27T09:00:00Z");
        assertThat(row.path("id").asText())
                .isEqualTo(Ids.derived(congress.session, congress.person.toString())
                        .toString());
        var messages = messages(id(row));
        assertThat(messages).extracting(m -> m.path("version").asInt()).containsExactly(1, 2);
        assertThat(messages.getLast().path("minutes").asInt()).isEqualTo(50);
    }

    @Test
    void sayingTheSameAgainChangesNothingAndTellsNobody() {
        var congress = new Congress();
        replace(PresenceSource.CHECK_IN, congress.stay("10:00", "10:20"));
        var before = congress.only();

        replace(PresenceSource.CHECK_IN, congress.stay("10:00", "10:20"));

        assertThat(congress.only()).isEqualTo(before);
        assertThat(messages(id(before))).hasSize(1);
    }

    @Test
    void aSourceThatTakesItsWordBackLeavesWhatTheOthersSay() {
        var congress = new Congress();
        replace(PresenceSource.CHECK_IN, congress.stay("10:00", "10:20"));
        replace(PresenceSource.WEBINAR, congress.stay("10:00", "11:00"));

        replace(PresenceSource.WEBINAR, List.of(congress.visit()), List.of());

        assertThat(congress.only().path("minutes").asInt()).isEqualTo(20);
    }

    @Test
    void whenNothingIsLeftTheAttendanceIsDeletedAndItsNumberGoesOn() {
        var congress = new Congress();
        String token = ok(200, as("olga").get(congress.path())).path("changes").asText();
        replace(PresenceSource.CHECK_IN, congress.stay("10:00", "10:20"));
        String id = id(congress.only());

        replace(PresenceSource.CHECK_IN, List.of(congress.visit()), List.of());

        assertThat(all(as("olga"), congress.path())).isEmpty();
        var changes = ok(200, as("olga").get(congress.path() + "?changedSince=" + token));
        assertThat(changes.path("items")).hasSize(1);
        assertThat(changes.path("items").get(0).path("status").asText()).isEqualTo("REMOVED");
        assertThat(rows("select type, version from outbox where key = ? order by seq", UUID.fromString(id)))
                .extracting(row -> row.get("type") + row.get("version"))
                .containsExactly("attendance.changed.v11", "attendance.deleted.v12");

        replace(PresenceSource.CHECK_IN, congress.stay("10:00", "10:30"));
        assertThat(congress.only().path("version").asInt()).isEqualTo(3);
    }

    @Test
    void takingBackWhatWasNeverSaidLeavesNoRow() {
        var congress = new Congress();

        replace(PresenceSource.CHECK_IN, List.of(congress.visit()), List.of());

        assertThat(number("select count(*) from attendance where session_id = ?", congress.session))
                .isZero();
    }

    @Test
    void aVisitAtAnotherEventIsLeftOut() {
        var congress = new Congress();
        var elsewhere = new Congress();
        var visit = new Visit(congress.session, elsewhere.registration);

        replace(PresenceSource.CHECK_IN, List.of(visit), List.of(Presence.between(visit, at("10:00"), null)));

        assertThat(number("select count(*) from presence where session_id = ?", congress.session))
                .isZero();
        assertThat(number("select count(*) from attendance where session_id = ?", congress.session))
                .isZero();
    }

    @Test
    void aSessionThatMovesIsMeasuredAgain() {
        var congress = new Congress();
        replace(PresenceSource.CHECK_IN, congress.stay("10:00", null));

        var moved = patch(
                as("olga"),
                "/events/" + congress.event + "/sessions/" + congress.session,
                "*",
                "{\"startsAt\":\"2024-12-27T09:30:00\",\"endsAt\":\"2024-12-27T10:30:00\"}");

        ok(200, moved);
        var row = congress.only();
        assertThat(row.path("minutes").asInt()).isEqualTo(30);
        assertThat(row.path("assumed").asBoolean()).isTrue();
        assertThat(messages(id(row))).hasSize(2);
    }

    @Test
    void anotherZoneOfTheEventMovesTheSessionAwayFromWhoWasThere() {
        var congress = new Congress();
        replace(PresenceSource.CHECK_IN, congress.stay("10:00", "10:40"));

        ok(200, patch(as("olga"), "/events/" + congress.event, "*", "{\"zone\":\"Europe/London\"}"));

        assertThat(congress.only().path("minutes").asInt()).isZero();
        assertThat(congress.only().path("firstIn").isNull()).isTrue();
    }

    @Test
    void anotherRuleOfTheEventDecidesAgain() {
        var congress = new Congress();
        replace(PresenceSource.CHECK_IN, congress.stay("10:00", "10:30"));
        assertThat(congress.only().path("attended").asBoolean()).isFalse();

        ok(200, patch(as("olga"), "/events/" + congress.event, "*", "{\"attendancePercent\":50}"));

        assertThat(congress.only().path("attended").asBoolean()).isTrue();
        assertThat(congress.only().path("explanation").asText())
                .isEqualTo("30 minutes are 50 % of the session; the event asks for 50 %.");
    }

    @Test
    void aRemovedSessionWasAttendedByNobody() {
        var congress = new Congress();
        replace(PresenceSource.CHECK_IN, congress.stay("10:00", "10:30"));
        String id = id(congress.only());

        as("olga").send("DELETE", "/events/" + congress.event + "/sessions/" + congress.session, "", null);

        assertThat(all(as("olga"), congress.path())).isEmpty();
        assertThat(text("select type from outbox where key = ? order by seq desc limit 1", UUID.fromString(id)))
                .isEqualTo("attendance.deleted.v1");
    }

    @Test
    void aPlainConnectionDecidesItselfWhenItIsTrue() throws SQLException {
        var congress = new Congress();
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            attendances.replace(
                    connection, PresenceSource.CHECK_IN, List.of(congress.visit()), congress.stay("10:00", "10:30"));
            connection.rollback();
        }
        assertThat(all(as("olga"), congress.path())).isEmpty();
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            attendances.replace(
                    connection, PresenceSource.CHECK_IN, List.of(congress.visit()), congress.stay("10:00", "10:30"));
            connection.commit();
        }
        assertThat(messages(id(congress.only()))).hasSize(1);
    }

    @Test
    void sourcesThatSpeakAtTheSameTimeAreAllHeard() throws Exception {
        var congress = new Congress();
        var calls = new ArrayList<Callable<Void>>();
        for (int i = 0; i < 12; i++) {
            var source = PresenceSource.values()[i % 3];
            var stays = congress.stay("10:%02d".formatted(i % 3 * 10), "10:%02d".formatted(i % 3 * 10 + 10));
            calls.add(() -> {
                replace(source, stays);
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(calls)) {
                done.get();
            }
        }

        assertThat(congress.only().path("minutes").asInt()).isEqualTo(30);
        assertThat(congress.only().path("sources")).hasSize(3);
    }

    @Test
    void staffFiltersAndPagesAndOthersSeeTheirOwn() {
        var congress = new Congress();
        var other = congress.register("Ben Test", "b%s@x.example".formatted(UUID.randomUUID()));
        replace(PresenceSource.CHECK_IN, congress.stay("10:00", "10:50"));
        var visit = new Visit(congress.session, other);
        replace(PresenceSource.CHECK_IN, List.of(visit), List.of(Presence.between(visit, at("10:50"), null)));

        assertThat(all(as("olga"), congress.path() + "?attended=true")).hasSize(1);
        assertThat(all(as("olga"), congress.path() + "?assumed=true")).hasSize(1);
        assertThat(all(as("olga"), congress.path() + "?registrationId=" + other))
                .hasSize(1);
        assertThat(all(as("olga"), congress.path() + "?sessionId=" + UUID.randomUUID()))
                .isEmpty();
        var first = ok(200, as("olga").get(congress.path() + "?limit=1"));
        assertThat(first.path("items")).hasSize(1);
        var second = ok(
                200,
                as("olga")
                        .get(congress.path() + "?limit=1&cursor="
                                + first.path("next").asText()));
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("next").isNull()).isTrue();
        var own = all(as("maya"), "/me/attendance?eventId=" + congress.event);
        assertThat(own).hasSize(1);
        assertThat(own.get(0).path("registrationId").asText()).isEqualTo(congress.registration.toString());
    }

    private void replace(PresenceSource source, List<Presence> stays) {
        replace(source, stays.stream().map(Presence::visit).toList(), stays);
    }

    private void replace(PresenceSource source, List<Visit> touched, List<Presence> stays) {
        QuarkusTransaction.requiringNew().run(() -> attendances.replace(source, touched, stays));
    }

    private static Instant at(String berlinTime) {
        return java.time.LocalDateTime.parse("2024-12-27T" + berlinTime)
                .atZone(java.time.ZoneId.of("Europe/Berlin"))
                .toInstant();
    }

    /** An event with a session from ten to eleven, where Maya is registered. */
    private final class Congress {
        final String event = publishedEvent("{\"attendancePercent\":70}");
        final UUID session = UUID.fromString(
                id(
                        ok(
                                201,
                                as("olga")
                                        .post(
                                                "/events/" + event + "/sessions",
                                                "{\"title\":\"Sepsis\",\"startsAt\":\"2024-12-27T10:00:00\",\"endsAt\":\"2024-12-27T11:00:00\"}"))));
        final UUID registration;
        final UUID person;

        Congress() {
            ok(200, as("maya").send("POST", "/me/link", "", null));
            JsonNode own =
                    ok(201, as("maya").post("/events/" + event + "/registrations", "{\"displayName\":\"Maya\"}"));
            registration = UUID.fromString(id(own));
            person = UUID.fromString(own.path("personId").asText());
        }

        UUID register(String name, String address) {
            return UUID.fromString(id(ok(
                    201,
                    as("olga")
                            .post(
                                    "/events/" + event + "/registrations",
                                    "{\"displayName\":\"%s\",\"email\":\"%s\"}".formatted(name, address)))));
        }

        Visit visit() {
            return new Visit(session, registration);
        }

        List<Presence> stay(String from, String to) {
            return List.of(Presence.between(visit(), at(from), to == null ? null : at(to)));
        }

        String path() {
            return "/events/" + event + "/attendance";
        }

        JsonNode only() {
            var rows = all(as("olga"), path());
            assertThat(rows).hasSize(1);
            return rows.get(0);
        }
    }
}
