package rapport.events.person;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;
import static rapport.kit.testing.Problems.pointers;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.events.FrontDoor;
import rapport.kit.testing.Door;
import rapport.kit.testing.RealParts;
import rapport.kit.testing.Tokens;

@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class MeTest extends FrontDoor {

    @Test
    void onesOwnWordStandsOverWhatOrganizersTell() {
        String address = address();
        var me = somebody(address);
        var linked = me.send("POST", "/me/link", "", null);
        String id = id(ok(200, linked));

        var changed = patch(
                me,
                "/me",
                linked.headers().firstValue("ETag").orElseThrow(),
                "{\"displayName\":\"Dr. Me\",\"affiliation\":null,\"orcid\":\"https://orcid.org/0000-0002-1825-0097\",\"locale\":\"PT-br\",\"links\":{\"x\":\"@InesLopez\"}}");
        var person = ok(200, changed);
        ok(
                201,
                as("olga")
                        .post(
                                "/events/" + event() + "/registrations",
                                "{\"displayName\":\"Other\",\"affiliation\":\"Elsewhere\",\"email\":\"%s\",\"zone\":\"Europe/Vienna\"}"
                                        .formatted(address)));

        assertThat(person.path("orcid").asText()).isEqualTo("0000-0002-1825-0097");
        assertThat(person.path("links").path("x").asText()).isEqualTo("https://x.com/ineslopez");
        assertThat(person.path("locale").asText()).isEqualTo("pt-BR");
        var after = ok(200, me.get("/me"));
        assertThat(after.path("displayName").asText()).isEqualTo("Dr. Me");
        assertThat(after.path("affiliation").isNull()).isTrue();
        assertThat(after.path("zone").asText()).isEqualTo("Europe/Vienna");
        assertThat(messages(id).getLast().path("links").path("x").asText()).isEqualTo("https://x.com/ineslopez");
    }

    @Test
    void aChangeNeedsTheVersionAndFaultsAreListedTogether() {
        var me = somebody(address());
        ok(200, me.send("POST", "/me/link", "", null));
        String before = state();

        assertProblem(patch(me, "/me", null, "{}"), 428, "precondition-required");
        assertProblem(patch(me, "/me", "\"v99\"", "{}"), 412, "stale-version");
        var problem = assertProblem(
                patch(
                        me,
                        "/me",
                        "*",
                        "{\"displayName\":null,\"orcid\":\"0000-0002-1825-0098\",\"links\":{\"linkedin\":\"https://evil.example/in/me\",\"website\":\"javascript:alert(1)\"}}"),
                400,
                "validation");

        assertThat(pointers(problem)).contains("/displayName", "/orcid", "/links/linkedin", "/links/website");
        assertThat(problem.toString()).contains("Must be a LinkedIn profile such as");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void anotherVerifiedAddressOfTheSameAccountIsAdded() {
        String subject = UUID.randomUUID().toString();
        String first = address();
        String second = address();
        String id = id(ok(200, somebody(subject, first).send("POST", "/me/link", "", null)));

        var again = ok(200, somebody(subject, second).send("POST", "/me/link", "", null));

        assertThat(id(again)).isEqualTo(id);
        assertThat(again.path("emails"))
                .extracting(e -> e.path("address").asText())
                .containsExactlyInAnyOrder(first, second);
        assertThat(again.path("emails")).allMatch(e -> e.path("verified").asBoolean());
    }

    private Door somebody(String address) {
        return somebody(UUID.randomUUID().toString(), address);
    }

    private Door somebody(String subject, String address) {
        return new Door(base, Tokens.with("maya", Map.of("sub", subject, "email", address, "name", "Me")));
    }

    private static String address() {
        return "me-" + UUID.randomUUID() + "@x.example";
    }
}
