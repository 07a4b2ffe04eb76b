package rapport.followup.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PassedOnTextTest {

    private static final List<String> BOTH = List.of("maya@people.example", "lopez@clinic.example");

    @Test
    void whatMailProgramsQuoteLosesItsAddresses() {
        String passed = PassedOnText.of("""
                Gladly!

                On Mon, 23 Nov 2026 at 09:30, Maya Haddad via Rapport <followup@rapport.example> wrote:
                > From: Maya <other@people.example>
                > Dear Dr. López
                Von: Maya Haddad <reply+abc@reply.rapport.example>
                """, BOTH);

        assertThat(passed).startsWith("Gladly!").contains("Maya Haddad via Rapport <[address hidden]> wrote:");
        assertThat(passed).doesNotContain("@");
    }

    @Test
    void theTwoAddressesStandNowhereInAnyCase() {
        assertThat(PassedOnText.of("Call me.\nLucía, Lopez@Clinic.Example, LOPEZ@CLINIC.EXAMPLE", BOTH))
                .isEqualTo("Call me.\nLucía, [address hidden], [address hidden]");
    }

    @Test
    void whatPeopleWriteThemselvesStays() {
        String words = "Write to our registry: registry@society.example.\nFrom January on we @ the clinic are free.";

        assertThat(PassedOnText.of(words, BOTH)).isEqualTo(words);
    }

    @Test
    void itHasAnEnd() {
        assertThat(PassedOnText.of("x".repeat(1_000_000), BOTH)).hasSizeLessThan(PassedOnText.LONGEST + 10);
    }
}
