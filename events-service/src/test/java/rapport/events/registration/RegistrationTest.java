package rapport.events.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class RegistrationTest extends FrontDoor {

    @Test
    void anAttendeeRegistersUnderTheirOwnVerifiedAddressAndIsLinked() {
        String id = publishedEvent("{}");

        var registration = ok(
                201,
                as("maya").post("/events/" + id + "/registrations", "{\"displayName\":\"Maya\",\"sharing\":\"CARD\"}"));

        assertThat(registration.path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(messages(id(registration)).getLast().path("sharing").asText())
                .isEqualTo("CARD");
        var person = messages(registration.path("personId").asText()).getLast();
        assertThat(person.path("subject").asText()).isEqualTo(Tokens.subject("maya"));
        assertThat(person.path("emails").get(0).path("verified").asBoolean()).isTrue();
        String before = state();
        assertProblem(
                as("maya")
                        .post(
                                "/events/" + id + "/registrations",
                                "{\"displayName\":\"Eve\",\"email\":\"eve@x.example\"}"),
                422,
                "not-your-address");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aSecondRegistrationUpdatesTheFirst() {
        String id = publishedEvent("{}");
        var first = ok(
                201,
                as("olga")
                        .post(
                                "/events/" + id + "/registrations",
                                "{\"displayName\":\"Ada\",\"email\":\"Ada@X.example\",\"goals\":[\"learn\"]}"));

        var second = ok(
                200,
                as("olga")
                        .post(
                                "/events/" + id + "/registrations",
                                "{\"displayName\":\"Ada L\",\"email\":\"ada@x.example\"}"));

        assertThat(id(second)).isEqualTo(id(first));
        assertThat(second.path("displayName").asText()).isEqualTo("Ada L");
        assertThat(second.path("goals").get(0).asText()).isEqualTo("learn");
        assertThat(second.path("version").asInt()).isEqualTo(2);
    }

    @Test
    void everybodyReachesTheirOwnOnly() {
        String id = publishedEvent("{}");
        var mayas = ok(201, as("maya").post("/events/" + id + "/registrations", "{\"displayName\":\"Maya\"}"));
        ok(201, as("ben").post("/events/" + id + "/registrations", "{\"displayName\":\"Ben\"}"));
        String path = "/events/" + id + "/registrations/" + id(mayas);

        assertThat(all(as("ben"), "/events/" + id + "/registrations")).hasSize(1);
        assertThat(all(as("olga"), "/events/" + id + "/registrations")).hasSize(2);
        assertProblem(as("ben").get(path), 404, "not-found");
        assertProblem(patch(as("ben"), path, "*", "{\"sharing\":\"OFF\"}"), 404, "not-found");
        assertProblem(as("ben").send("POST", path + "/cancellation", "", null), 404, "not-found");
        assertProblem(as("otto").get(path), 404, "not-found");
        assertThat(ok(200, patch(as("maya"), path, "\"v1\"", "{\"sharing\":\"OFF\"}"))
                        .path("sharing")
                        .asText())
                .isEqualTo("OFF");
    }

    @Test
    void theLastPlaceIsGivenOnceAndCancellingPassesItOn() {
        String id = publishedEvent("{\"capacity\": 5}");
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20).forEach(i -> pool.submit(() -> register(id, "guest" + i + "@x.example")));
        }
        assertThat(number(
                        "select count(*) from registration where event_id = ? and status = 'CONFIRMED'",
                        UUID.fromString(id)))
                .isEqualTo(5);
        assertThat(number(
                        "select count(*) from registration where event_id = ? and status = 'WAITLISTED'",
                        UUID.fromString(id)))
                .isEqualTo(15);
        String confirmed = text(
                "select id from registration where event_id = ? and status = 'CONFIRMED' limit 1", UUID.fromString(id));

        ok(200, as("olga").send("POST", "/events/" + id + "/registrations/" + confirmed + "/cancellation", "", null));

        assertThat(number(
                        "select count(*) from registration where event_id = ? and status = 'CONFIRMED'",
                        UUID.fromString(id)))
                .isEqualTo(5);
        assertThat(number(
                        "select count(*) from registration where event_id = ? and status = 'WAITLISTED'",
                        UUID.fromString(id)))
                .isEqualTo(14);
    }

    @Test
    void equalRequestsAtTheSameTimeLeaveOneRow() {
        String id = publishedEvent("{}");
        String address = "same" + UUID.randomUUID() + "@x.example";
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 50)
                    .mapToObj(i -> pool.submit(() -> register(id, address)))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isIn(200, 201);
            }
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
        assertThat(number("select count(*) from registration where event_id = ?", UUID.fromString(id)))
                .isEqualTo(1);
    }

    @Test
    void linkingConnectsTheAccountWithTheKnownPersonOnce() {
        String id = publishedEvent("{}");
        var told = ok(
                201,
                as("olga")
                        .post(
                                "/events/" + id + "/registrations",
                                "{\"displayName\":\"Chen\",\"email\":\"chen@example.org\"}"));

        var me = ok(200, as("chen").send("POST", "/me/link", "", null));

        assertThat(id(me)).isEqualTo(told.path("personId").asText());
        String before = state();
        ok(200, as("chen").send("POST", "/me/link", "", null));
        assertThat(state()).isEqualTo(before);
        assertThat(id(ok(200, as("chen").get("/me")))).isEqualTo(id(me));
    }

    @Test
    void aListOfRegistrationsIsImportedRowByRow() {
        String id = event("{\"capacity\": 2}");
        String csv = "\uFEFFexternal_id;given_name;family_name;email;career_stage;interests;sharing\r\n"
                + "R1;Ana;Lima;ana@x.example;STUDENT;\"sepsis|stroke\";CARD\r\n"
                + "R2;王;小明;ming@x.example;;;ASK_ME\r\n"
                + "R3;Cleo;Roy;cleo@x.example;resident;;\r\n"
                + "R4;Bad;Row\r\n"
                + "R5;No;Address;nobody;;;\r\n"
                + "R6;Ana;Again;ANA@x.example;;;\r\n";
        String before = state();
        assertThat(ok(200, upload(id, "?dryRun=true", csv))
                        .path("registrations")
                        .path("create")
                        .asInt())
                .isEqualTo(3);
        assertThat(state()).isEqualTo(before);

        var report = ok(201, upload(id, "", csv));

        assertThat(report.path("registrations").toString())
                .isEqualTo("{\"create\":3,\"update\":0,\"skip\":0,\"conflict\":1,\"error\":2}");
        assertThat(rows("select status from registration where event_id = ? order by external_id", UUID.fromString(id)))
                .extracting(row -> row.get("status"))
                .containsExactly("CONFIRMED", "CONFIRMED", "WAITLISTED");
        var again = ok(201, upload(id, "", csv));
        assertThat(again.path("registrations").path("skip").asInt()).isEqualTo(3);
        assertThat(number(
                        "select count(*) from outbox o join registration r on r.id = o.key where r.event_id = ?",
                        UUID.fromString(id)))
                .isEqualTo(3);
    }

    @Test
    void aFileWithTheSameColumnTwiceIsRefused() {
        String id = event();
        String before = state();

        assertProblem(upload(id, "", "email,email\na@x.example,b@x.example\n"), 400, "validation");
        assertThat(state()).isEqualTo(before);
    }

    private HttpResponse<String> register(String event, String address) {
        return as("olga")
                .post(
                        "/events/" + event + "/registrations",
                        "{\"displayName\":\"Guest\",\"email\":\"" + address + "\"}");
    }

    private HttpResponse<String> upload(String event, String query, String csv) {
        return as("olga").send("POST", "/events/" + event + "/registration-imports" + query, csv, "text/csv");
    }
}
