package rapport.events.webinar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Registrant MAYA = new Registrant(
            new UUID(0, 1),
            "T-1",
            "maya@students.example",
            List.of("maya@private.example"),
            null,
            List.of("Maya Okafor"));
    private static final Registrant ANA = new Registrant(
            new UUID(0, 2), null, "ana@hospital.example", List.of(), "0000-0002-1825-0097", List.of("Ana Núñez"));
    private static final Registrant BEN = new Registrant(
            new UUID(0, 3), null, "ben@students.example", List.of(), null, List.of("Dr. Ben Adeyemi", "Ben Adeyemi"));
    private static final Registrant OTHER_BEN =
            new Registrant(new UUID(0, 4), null, "b.adeyemi@clinic.example", List.of(), null, List.of("Adeyemi, Ben"));

    private final Ladder ladder = new Ladder(List.of(MAYA, ANA, BEN));

    @Test
    void theStrongestIdentifierDecides() {
        assertThat(find("T-1", "ben@students.example", null, "Ana Núñez")).isEqualTo("EXTERNAL_ID 1");
        assertThat(find("T-9", "ben@students.example", "0000-0002-1825-0097", "Ana Núñez"))
                .isEqualTo("EMAIL 3");
        assertThat(find(null, "maya@private.example", "0000-0002-1825-0097", null))
                .isEqualTo("ALIAS 1");
        assertThat(find(null, "else@where.example", "0000-0002-1825-0097", "Maya Okafor"))
                .isEqualTo("ORCID 2");
        assertThat(find(null, null, null, "NUNEZ, Ana")).isEqualTo("NAME 2");
    }

    @Test
    void aNameInParenthesesIsANameToo() {
        assertThat(find(null, null, null, "Benny (Ben Adeyemi)")).isEqualTo("NAME 3");
    }

    @Test
    void aNameThatTwoHaveFindsNobody() {
        var both = new Ladder(List.of(BEN, OTHER_BEN));

        Found found = both.find(Who.of(null, null, null, "Ben Adeyemi"));

        assertThat(found.match()).isEqualTo(Match.UNMATCHED);
        assertThat(found.reason()).isEqualTo("ambiguous-name");
    }

    @Test
    void twoNamesOfDifferentPeopleFindNobody() {
        assertThat(ladder.find(Who.of(null, null, null, "Maya Okafor (Ben Adeyemi)"))
                        .match())
                .isEqualTo(Match.UNMATCHED);
    }

    @Test
    void whoIsNotRegisteredIsNotGuessed() {
        assertThat(find(null, "maya@students.example.evil", null, "Maya")).isEqualTo("UNMATCHED null");
        assertThat(find(null, null, null, "iPhone")).isEqualTo("UNMATCHED null");
    }

    private String find(String externalId, String email, String orcid, String name) {
        Found found = ladder.find(Who.of(externalId, email, orcid, name));
        return found.match() + " "
                + (found.registrationId() == null
                        ? null
                        : found.registrationId().getLeastSignificantBits());
    }
}
