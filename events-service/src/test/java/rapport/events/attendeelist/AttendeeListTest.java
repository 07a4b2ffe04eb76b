package rapport.events.attendeelist;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class AttendeeListTest extends FrontDoor {

    @Test
    void organizersGetWhatThisEventWasToldAndNothingElse() {
        String here = publishedEvent("{}");
        String elsewhere = publishedEvent("{}");
        register(elsewhere, "{\"displayName\":\"Known elsewhere\",\"email\":\"al%s@x.example\"}".formatted(here));
        register(
                here,
                "{\"displayName\":\"=Told here\",\"email\":\"AL%s@x.example\",\"interests\":[\"a|b\",\"c\"]}"
                        .formatted(here));

        var row = json(as("olga")
                        .get("/events/" + here + "/attendee-list?format=json")
                        .body())
                .get(0);

        assertThat(row.path("display_name").asText()).isEqualTo("=Told here");
        assertThat(row.path("email").asText()).isEqualTo("al" + here + "@x.example");
        assertThat(row.path("interests").toString()).isEqualTo("[\"a|b\",\"c\"]");
        assertThat(row.path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(row.fieldNames())
                .toIterable()
                .containsExactly(
                        "registration_id",
                        "external_id",
                        "display_name",
                        "given_name",
                        "family_name",
                        "email",
                        "affiliation",
                        "career_stage",
                        "interests",
                        "goals",
                        "zone",
                        "locale",
                        "sharing",
                        "status",
                        "registered_at",
                        "updated_at");
        var csv = as("olga").get("/events/" + here + "/attendee-list?fields=display_name,interests");
        assertThat(csv.body()).isEqualTo("display_name,interests\r\n\"'=Told here\",\"a\\|b|c\"\r\n");
        var audit = all(as("olga"), "/events/" + here + "/exports");
        assertThat(audit.get(1).path("rows").asText()).isEqualTo("REGISTRATION");
        assertThat(audit.get(1).path("guardedCells").asInt()).isEqualTo(1);
    }

    @Test
    void filtersChooseRegistrations() {
        String id = publishedEvent("{\"capacity\": 1}");
        register(id, "{\"displayName\":\"Ana\",\"email\":\"a%s@x.example\",\"careerStage\":\"STUDENT\"}".formatted(id));
        register(id, "{\"displayName\":\"Ben\",\"email\":\"b%s@x.example\",\"affiliation\":\"Charité\"}".formatted(id));

        assertThat(names(id, "status=WAITLISTED")).isEqualTo("[\"Ben\"]");
        assertThat(names(id, "careerStage=STUDENT")).isEqualTo("[\"Ana\"]");
        assertThat(names(id, "text=CHARIT%C3%89")).isEqualTo("[\"Ben\"]");
    }

    @Test
    void whoOnlyReadsBadgesGetsNoList() {
        String id = publishedEvent("{}");
        ok(
                201,
                as("olga")
                        .send(
                                "PUT",
                                "/events/" + id + "/staff/" + Tokens.subject("otto"),
                                "{\"role\":\"SCANNER\"}",
                                "application/json"));

        assertProblem(as("otto").get("/events/" + id + "/attendee-list"), 403, "staff-role");
        assertProblem(as("olga").get("/events/" + id + "/attendee-list?format=vcf"), 400, "validation");
        assertThat(as("olga").get("/events/" + id + "/exports").body()).contains("\"items\":[]");
    }

    @Test
    void importingAnExportChangesNothing() {
        String id = publishedEvent("{}");
        register(id, """
                {"displayName":"'=Ana\\nLópez","email":"rt%s@x.example","careerStage":"NURSE","interests":["sepsis","ICU"],
                 "goals":["find a mentor"],"zone":"Europe/Vienna","locale":"de-AT","sharing":"CARD","externalId":"T-1"}""".formatted(id));
        String csv = as("olga").get("/events/" + id + "/attendee-list").body();
        String before = state();

        var report = ok(
                200, as("olga").send("POST", "/events/" + id + "/registration-imports?dryRun=true", csv, "text/csv"));

        assertThat(report.path("registrations").path("skip").asInt())
                .as(report.toString())
                .isEqualTo(1);
        assertThat(state()).isEqualTo(before);
    }

    private String names(String event, String query) {
        var rows = json(as("olga")
                .get("/events/" + event + "/attendee-list?format=json&" + query)
                .body());
        return JSON.valueToTree(rows.findValuesAsText("display_name")).toString();
    }

    private void register(String event, String body) {
        ok(201, as("olga").post("/events/" + event + "/registrations", body));
    }
}
