package rapport.contacts.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Phone;
import rapport.kit.testing.RealParts;

/** Which contacts are found to be one person, and why. */
@QuarkusTest
@WithTestResource(RealParts.class)
class DuplicateResourceTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    Congress congress;

    private Phone phone;

    @BeforeEach
    void aNewOwner() {
        phone = Phone.of(base);
    }

    @Test
    void whatIdentifiesAPersonIsCertain() {
        typed("{\"displayName\": \"A One\", \"orcid\": \"0000-0002-1825-0097\"}");
        typed("{\"displayName\": \"B Two\", \"orcid\": \"https://orcid.org/0000-0002-1825-0097\"}");
        typed("{\"displayName\": \"C Three\", \"emails\": [{\"address\": \"c@clinic.example\"}]}");
        typed("{\"displayName\": \"D Four\", \"emails\": [{\"address\": \"C@Clinic.Example\"}]}");
        typed("{\"displayName\": \"E Five\", \"links\": {\"linkedin\": \"https://www.linkedin.com/in/five/\"}}");
        typed("{\"displayName\": \"F Six\", \"links\": {\"linkedin\": \"https://at.linkedin.com/in/Five?trk=x\"}}");
        typed("{\"displayName\": \"Ana G\", \"phones\": [{\"number\": \"+431404000\"}]}");
        typed("{\"displayName\": \"G, Ana\", \"phones\": [{\"number\": \"+43 1 40400 0\"}]}");

        var pairs = pairs("?certainty=CERTAIN");

        assertThat(reasons(pairs))
                .containsExactly(
                        "[\"ORCID\"]",
                        "[\"LINKEDIN\"]",
                        "[\"EMAIL\"]",
                        "[\"PHONE_AND_NAME\",\"NAME\",\"INITIALS\",\"PHONE\"]");
        assertThat(pairs).allMatch(pair -> pair.path("certainty").asText().equals("CERTAIN"));
        assertThat(pairs("?certainty=SUGGESTED")).isEmpty();
    }

    @Test
    void namesAreSuggestedInEverySpellingAndOrderOnlyWithSomethingElseInCommon() {
        typed("{\"displayName\": \"Dr. Łukasz Müller\", \"affiliation\": \"Klinikum Süd\"}");
        typed("{\"displayName\": \"Mueller, Lukasz\", \"affiliation\": \"Klinikum Sud\"}");
        typed("{\"displayName\": \"L. Müller\", \"affiliation\": \"Klinikum Süd\"}");
        typed("{\"displayName\": \"Lukasz Muller\", \"affiliation\": \"Elsewhere\"}");

        var pairs = pairs("");

        assertThat(reasons(pairs))
                .containsExactly(
                        "[\"NAME\",\"INITIALS\",\"AFFILIATION\"]",
                        "[\"INITIALS\",\"AFFILIATION\"]",
                        "[\"INITIALS\",\"AFFILIATION\"]");
        assertThat(pairs).allMatch(pair -> pair.path("certainty").asText().equals("SUGGESTED"));
    }

    @Test
    void theSameNameAtTheSameEventIsSuggestedAndAtAnotherOneIsNot() {
        String event = congress.badge("CARD").event().toString();
        String one = typed("{\"displayName\": \"Ana Gómez\"}");
        String other = typed("{\"displayName\": \"Gomez, Ana\"}");
        String elsewhere = typed("{\"displayName\": \"Ana Gomez\"}");
        for (String id : List.of(one, other)) {
            phone.door().post("/contacts/" + id + "/encounters", "{\"eventId\": \"" + event + "\"}");
        }
        phone.door().post("/contacts/" + elsewhere + "/encounters", "{\"place\": \"airport\"}");

        var pairs = pairs("");

        assertThat(reasons(pairs)).containsExactly("[\"NAME\",\"INITIALS\",\"EVENT\"]");
        assertThat(List.of(
                        pairs.getFirst().path("contactId").asText(),
                        pairs.getFirst().path("otherContactId").asText()))
                .containsExactlyInAnyOrder(one, other);
    }

    @Test
    void aNumberOrAnOfficeAddressAloneIsNoCertainty() {
        typed(
                "{\"displayName\": \"A One\", \"phones\": [{\"number\": \"+431404000\"}], \"emails\": [{\"address\": \"office@clinic.example\"}]}");
        typed("{\"displayName\": \"B Two\", \"phones\": [{\"number\": \"+431404000\"}]}");
        typed("{\"displayName\": \"C Three\", \"emails\": [{\"address\": \"office@clinic.example\"}]}");

        assertThat(pairs("?certainty=CERTAIN")).isEmpty();
        assertThat(reasons(pairs(""))).containsExactly("[\"PHONE\"]", "[\"OFFICE_EMAIL\"]");
    }

    @Test
    void aSharedCardIsComparedAndAHiddenOneIsNot() {
        var badge = congress.badge("CARD");
        congress.personAs(badge.person(), 2, "Ines López", UUID.randomUUID().toString());
        phone.stored(Phone.scan(badge));
        typed("{\"displayName\": \"Ines Lopez\", \"links\": {\"linkedin\": \"https://linkedin.com/in/x\"}}");
        assertThat(pairs("")).hasSize(1);

        congress.register(badge, 2, "CONFIRMED", "OFF", "ACTIVE");

        assertThat(pairs("")).isEmpty();
    }

    @Test
    void whoIsNotADuplicateIsNeverSuggestedAgainAlsoNotThroughAThirdOne() {
        String one = typed("{\"displayName\": \"A One\", \"orcid\": \"0000-0002-1825-0097\"}");
        String other = typed("{\"displayName\": \"B Two\", \"orcid\": \"0000-0002-1825-0097\"}");
        String third = typed("{\"displayName\": \"C Three\"}");

        var remembered =
                phone.door().post("/contacts/" + other + "/not-duplicates", "{\"contactId\": \"" + one + "\"}");
        phone.door().post("/contacts/" + one + "/not-duplicates", "{\"contactId\": \"" + other + "\"}");

        assertThat(remembered.statusCode()).as(remembered.body()).isEqualTo(204);
        assertThat(pairs("")).isEmpty();
        assertThat(congress.count("contact_distinct", phone.owner())).isEqualTo(1);
        phone.door().post("/contacts/" + third + "/merges", "{\"contactId\": \"" + one + "\"}");
        assertThat(pairs("")).isEmpty();
    }

    @Test
    void pairsArePaged() {
        for (int i = 0; i < 4; i++) {
            typed("{\"displayName\": \"N" + i + " M\", \"orcid\": \"0000-0002-1825-0097\"}");
        }
        var seen = new ArrayList<String>();
        String query = "?limit=2";
        while (query != null) {
            var page = Phone.json(phone.door().get("/contacts/duplicates" + query));
            page.path("items")
                    .forEach(pair -> seen.add(pair.path("contactId").asText()
                            + pair.path("otherContactId").asText()));
            query = page.path("next").isTextual()
                    ? "?limit=2&cursor=" + page.path("next").asText()
                    : null;
        }
        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void contactsOfOthersAreNeverCompared() {
        typed("{\"displayName\": \"A One\", \"orcid\": \"0000-0002-1825-0097\"}");
        String foreign = typed("{\"displayName\": \"B Two\"}");
        phone = Phone.of(base);
        String mine = typed("{\"displayName\": \"B Two\", \"orcid\": \"0000-0002-1825-0097\"}");

        assertThat(pairs("")).isEmpty();
        assertProblem(
                phone.door().post("/contacts/" + mine + "/not-duplicates", "{\"contactId\": \"" + foreign + "\"}"),
                404,
                "not-found");
        assertProblem(
                phone.door().post("/contacts/" + mine + "/not-duplicates", "{\"contactId\": \"" + mine + "\"}"),
                404,
                "not-found");
        assertProblem(phone.door().get("/contacts/duplicates?certainty=MAYBE"), 400, "validation");
    }

    private String typed(String details) {
        var response = phone.door().post("/contacts/manual", "{\"details\": " + details + "}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return Phone.json(response).path("id").asText();
    }

    private List<JsonNode> pairs(String query) {
        var response = phone.door().get("/contacts/duplicates" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        var pairs = new ArrayList<JsonNode>();
        Phone.json(response).path("items").forEach(pairs::add);
        return pairs;
    }

    private static List<String> reasons(List<JsonNode> pairs) {
        return pairs.stream().map(pair -> pair.path("reasons").toString()).toList();
    }
}
