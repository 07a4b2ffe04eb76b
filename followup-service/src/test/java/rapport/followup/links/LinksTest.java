package rapport.followup.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.followup.testing.LinkSettings;

class LinksTest {

    private static final UUID ID = UUID.fromString("0199a6f2-7c00-7000-8000-00000000f001");

    private final Links links = new Links(LinkSettings.ONE);

    @Property(tries = 200)
    void aTokenOpensWhatItWasMadeFor(@ForAll long high, @ForAll long low, @ForAll LinkPurpose purpose) {
        UUID id = new UUID(high, low);

        String token = links.token(purpose, id);

        assertThat(links.open(purpose, token)).contains(id);
        assertThat(links.open(purpose, token.toUpperCase(Locale.ROOT))).contains(id);
        // "reply+" and the token have to fit into a local part (RFC 5321, 4.5.3.1.1).
        assertThat(token)
                .matches("[0-9a-v]{45,50}")
                .doesNotContain(id.toString().replace("-", ""));
    }

    @Property(tries = 200)
    void aTokenOfAnotherPurposeOpensNothing(@ForAll long low, @ForAll LinkPurpose made, @ForAll LinkPurpose asked) {
        var opened = links.open(asked, links.token(made, new UUID(1, low)));

        assertThat(opened.isPresent()).isEqualTo(made == asked);
    }

    @Test
    void noChangedCharacterIsOverlooked() {
        String token = links.token(LinkPurpose.STOP, ID);

        for (int at = 0; at < token.length(); at++) {
            char other = token.charAt(at) == '7' ? '8' : '7';
            String changed = token.substring(0, at) + other + token.substring(at + 1);
            assertThat(links.open(LinkPurpose.STOP, changed)).as(changed).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "-1", "hello", "x1", "\u0661\u0662", "' or 1=1", "0199a6f2-7c00-7000-8000-00000000f001"
            })
    void garbageOpensNothing(String garbage) {
        assertThat(links.open(LinkPurpose.STOP, garbage)).isEmpty();
        assertThat(links.open(LinkPurpose.STOP, garbage.repeat(100))).isEmpty();
        assertThat(links.open(LinkPurpose.STOP, null)).isEmpty();
    }

    @Test
    void anotherSpellingOfTheSameNumberIsNoToken() {
        String token = links.token(LinkPurpose.STOP, ID);

        assertThat(links.open(LinkPurpose.STOP, "0" + token)).isEmpty();
        assertThat(links.open(LinkPurpose.STOP, "+" + token)).isEmpty();
        assertThat(links.open(LinkPurpose.STOP, token.replace('1', '\u0661'))).isEmpty();
    }

    @Test
    void oldKeysOpenOldLinksAsLongAsTheyAreThere() {
        String old = links.token(LinkPurpose.STOP, ID);
        var both = new Links(new LinkSettings(2, Map.of(1, "one", 2, "two")));
        var newOnly = new Links(new LinkSettings(2, Map.of(2, "two")));
        var swapped = new Links(new LinkSettings(1, Map.of(1, "two")));

        assertThat(both.open(LinkPurpose.STOP, old)).contains(ID);
        assertThat(both.token(LinkPurpose.STOP, ID)).isNotEqualTo(old);
        assertThat(newOnly.open(LinkPurpose.STOP, old)).isEmpty();
        assertThat(swapped.open(LinkPurpose.STOP, old)).isEmpty();
    }

    @Test
    void withoutAKeyNothingStarts() {
        assertThatThrownBy(() -> new Links(new LinkSettings(3, Map.of(1, "one"))))
                .hasMessageContaining("version 3");
    }
}
