package rapport.kit.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OpaqueTokensTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes();
    private final OpaqueTokens tokens = new OpaqueTokens(KEY, "RB1-");
    private final Random random = new Random(42);

    private String token() {
        byte[] seed = new byte[16];
        random.nextBytes(seed);
        return tokens.issue(seed);
    }

    @Test
    void aSeedAlwaysGivesTheSameTokenAndDifferentSeedsDifferentOnes() {
        byte[] seed = new byte[16];
        assertThat(tokens.issue(seed)).isEqualTo(tokens.issue(seed)).matches("RB1-[0-9A-HJKMNP-TV-Z]{34}");
        var all = new HashSet<String>();
        for (int i = 0; i < 1_000; i++) {
            all.add(token());
        }
        assertThat(all).hasSize(1_000);
    }

    @Test
    void spellingsThatPeopleConfuseAreTheSameToken() {
        for (int i = 0; i < 100; i++) {
            String token = token();
            String typed = token.toLowerCase(Locale.ROOT).replace('0', 'o');
            assertThat(tokens.genuine(typed)).as(typed).isTrue();
            assertThat(OpaqueTokens.hash(typed)).isEqualTo(OpaqueTokens.hash(token));
        }
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        String token = token();
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == '7' ? '8' : '7';
            assertThat(tokens.genuine(token.substring(0, i) + other + token.substring(i + 1)))
                    .isFalse();
        }
    }

    @Test
    void whatWasNotIssuedWithThisKeyAndPrefixIsNotGenuine() {
        byte[] seed = new byte[16];
        assertThat(tokens.genuine(new OpaqueTokens(KEY, "RB2-").issue(seed))).isFalse();
        assertThat(tokens.genuine(new OpaqueTokens("another key of the test".getBytes(), "RB1-").issue(seed)))
                .isFalse();
        for (String garbage : new String[] {
            null,
            "",
            "RB1-",
            "https://example.org/",
            "WIFI:S:x;;",
            "BEGIN:VCARD",
            "RB1-" + "U".repeat(34),
            "x".repeat(5_000)
        }) {
            assertThat(tokens.genuine(garbage)).isFalse();
        }
    }
}
