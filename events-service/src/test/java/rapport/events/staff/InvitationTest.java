package rapport.events.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class InvitationTest extends FrontDoor {

    @Test
    void whoeverHasTheVerifiedAddressJoinsWithTheRoleThatWasOffered() {
        String id = event();
        ok(200, as("chen").send("POST", "/me/link", "", null));
        String invitation = invite(id, " Chen@Example.ORG ", "SCANNER");

        var waiting = ok(200, as("chen").get("/me/staff-invitations")).path("items");
        assertThat(waiting).anySatisfy(one -> {
            assertThat(id(one)).isEqualTo(invitation);
            assertThat(one.path("eventId").asText()).isEqualTo(id);
            assertThat(one.path("role").asText()).isEqualTo("SCANNER");
        });
        var joined = ok(200, accept("chen", invitation));

        assertThat(joined.path("role").asText()).isEqualTo("SCANNER");
        assertThat(ok(200, as("chen").get("/events/" + id)).path("myRole").asText())
                .isEqualTo("SCANNER");
        assertThat(ok(200, as("olga").get("/events/" + id + "/staff")).path("items"))
                .anySatisfy(member -> {
                    assertThat(member.path("subject").asText()).isEqualTo(Tokens.subject("chen"));
                    assertThat(member.path("displayName").asText()).isEqualTo("Chen Li");
                });
        assertThat(ok(200, as("olga").get("/events/" + id + "/staff-invitations"))
                        .path("items"))
                .isEmpty();
        assertThat(number("select count(*) from staff_invitation where address is not null and status <> 'OPEN'"))
                .isZero();
    }

    @Test
    void whoHasNoVerifiedAddressIsInvitedByNobody() {
        var unverified = new rapport.kit.testing.Door(
                base, Tokens.with("ben", java.util.Map.of("sub", "ben-3", "email_verified", false)));

        assertThat(ok(200, unverified.get("/me/staff-invitations")).path("items"))
                .isEmpty();
    }

    @Test
    void acceptingAgainChangesNothingAndNobodyElseLearnsThatThereIsAnInvitation() {
        String id = event();
        String invitation = invite(id, "ben@example.org", "EDITOR");

        var foreign = assertProblem(accept("maya", invitation), 404, "not-found");
        var random = assertProblem(accept("maya", UUID.randomUUID().toString()), 404, "not-found");
        assertThat(foreign.path("detail")).isEqualTo(random.path("detail"));
        ok(200, accept("ben", invitation));
        String before = state();

        ok(200, accept("ben", invitation));

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void anAddressThatNobodyVouchesForOpensNothing() {
        String id = event();
        String invitation = invite(id, "ben@example.org", "OWNER");
        var unverified = new rapport.kit.testing.Door(
                base, Tokens.with("ben", java.util.Map.of("sub", "ben-2", "email_verified", false)));

        assertProblem(
                unverified.send("POST", "/me/staff-invitations/" + invitation + "/acceptance", "", null),
                404,
                "not-found");
    }

    @Test
    void aSecondInvitationOfTheAddressReplacesTheFirst() {
        String id = event();
        String first = invite(id, "maya@example.org", "SCANNER");
        String second = invite(id, "MAYA@example.org", "EDITOR");

        var open =
                ok(200, as("olga").get("/events/" + id + "/staff-invitations")).path("items");

        assertThat(open).hasSize(1);
        assertThat(id(open.get(0))).isEqualTo(second);
        assertProblem(accept("maya", first), 404, "not-found");
        assertThat(ok(200, accept("maya", second)).path("role").asText()).isEqualTo("EDITOR");
    }

    @Test
    void whatWasRevokedDeclinedOrHasExpiredLetsNobodyIn() {
        String id = event();
        String revoked = invite(id, "maya@example.org", "SCANNER");
        assertThat(as("olga")
                        .send("DELETE", "/events/" + id + "/staff-invitations/" + revoked, "", null)
                        .statusCode())
                .isEqualTo(204);
        assertProblem(accept("maya", revoked), 404, "not-found");

        String declined = invite(id, "maya@example.org", "SCANNER");
        assertThat(as("maya")
                        .send("POST", "/me/staff-invitations/" + declined + "/refusal", "", null)
                        .statusCode())
                .isEqualTo(204);
        assertProblem(accept("maya", declined), 404, "not-found");

        String expired = invite(id, "maya@example.org", "SCANNER");
        execute("update staff_invitation set expires_at = created_at where id = ?", UUID.fromString(expired));
        assertProblem(accept("maya", expired), 409, "invitation-expired");
        assertThat(number("select count(*) from event_staff where event_id = ?", UUID.fromString(id)))
                .isEqualTo(1);
    }

    @Test
    void whoHasALargerRoleKeepsIt() {
        String id = event();
        String invitation = invite(id, "olga@example.org", "SCANNER");

        assertThat(ok(200, accept("olga", invitation)).path("role").asText()).isEqualTo("OWNER");
    }

    @Test
    void twentyAcceptancesAtOnceAreOneMember() throws Exception {
        String id = event();
        String invitation = invite(id, "ben@example.org", "SCANNER");
        try (var pool = Executors.newFixedThreadPool(20)) {
            var answers = pool.invokeAll(IntStream.range(0, 20)
                    .mapToObj(i -> (java.util.concurrent.Callable<Integer>)
                            () -> accept("ben", invitation).statusCode())
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(number(
                        "select count(*) from event_staff where event_id = ? and subject = ?",
                        UUID.fromString(id),
                        Tokens.subject("ben")))
                .isEqualTo(1);
    }

    @Test
    void faultsAreListedTogetherAndLeaveNothingBehind() {
        String id = event();
        String before = state();

        var problem = assertProblem(
                as("olga").post("/events/" + id + "/staff-invitations", "{\"email\":\"nobody\"}"), 400, "validation");

        assertThat(rapport.kit.testing.Problems.pointers(problem)).containsExactly("/email", "/role");
        assertThat(state()).isEqualTo(before);
    }

    private String invite(String event, String email, String role) {
        return id(ok(
                201,
                as("olga")
                        .post(
                                "/events/" + event + "/staff-invitations",
                                "{\"email\":\"%s\",\"role\":\"%s\"}".formatted(email, role))));
    }

    private java.net.http.HttpResponse<String> accept(String person, String invitation) {
        return as(person).send("POST", "/me/staff-invitations/" + invitation + "/acceptance", "", null);
    }
}
