package rapport.kit.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void everyIdIsAVersion7AndLargerThanTheOneBefore() {
        UUID before = Ids.next();
        for (int i = 0; i < 20_000; i++) {
            UUID id = Ids.next();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.toString()).isGreaterThan(before.toString());
            before = id;
        }
    }

    @Test
    void theFirst48BitsAreTheTime() {
        long before = System.currentTimeMillis();
        long time = Ids.next().getMostSignificantBits() >>> 16;
        assertThat(time).isBetween(before, System.currentTimeMillis() + 1_000);
    }

    @Test
    void threadsNeverGetTheSame() {
        var ids = ConcurrentHashMap.<UUID>newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int t = 0; t < 8; t++) {
                threads.submit(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        ids.add(Ids.next());
                    }
                });
            }
        }
        assertThat(ids).hasSize(40_000);
    }

    @Test
    void aDerivedIdIsTheStandardsExample() {
        assertThat(Ids.derived(DNS, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0199a4f2-3000-7e10-8a00-0000000000d",
                "0199a4f2-3000-7e10-8a00-0000000000d12",
                "+199a4f2-3000-7e10-8a00-0000000000d1",
                "0199a4f2-3000-7e10-8a00-0000000000g1",
                "0199a4f2-3000-7e10-8a00-0000000000d\u0661",
                "0199a4f2a3000-7e10-8a00-0000000000d1",
                "0199a4f2-3000-7e1-08a00-0000000000d1"
            })
    void whatIsNotTheOneSpellingIsNoUuid(String text) {
        assertThat(Ids.isUuid(text)).isFalse();
    }

    @Test
    void theSpellingOfARealOneIsAcceptedInBothCases() {
        String id = Ids.next().toString();
        assertThat(Ids.isUuid(id)).isTrue();
        assertThat(Ids.isUuid(id.toUpperCase(Locale.ROOT))).isTrue();
    }
}
