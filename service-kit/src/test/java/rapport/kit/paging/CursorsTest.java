package rapport.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import rapport.kit.problem.Invalid;

class CursorsTest {
    private final Cursors cursors = new Cursors("a key of the test");

    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll List<String> parts) {
        if (parts.size() > 20 || parts.stream().mapToInt(String::length).sum() > 300) {
            return;
        }
        // Lone surrogates are no text and never reach a list.
        if (parts.stream().anyMatch(part -> part.chars().anyMatch(c -> Character.isSurrogate((char) c)))) {
            return;
        }
        assertThat(new Cursors("k").decode("s", new Cursors("k").encode("s", parts.toArray())))
                .isEqualTo(parts);
    }

    @Test
    void nullIsKept() {
        assertThat(cursors.decode("s", cursors.encode("s", "a", null, ""))).containsExactly("a", null, "");
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        String cursor = cursors.encode("things", "2026-11-20", UUID.randomUUID());
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertThatThrownBy(() -> cursors.decode("things", changed)).isInstanceOf(Invalid.class);
        }
    }

    @Test
    void aCursorOfAnotherListOrKeyIsRefused() {
        String cursor = cursors.encode("things", 1);
        assertThatThrownBy(() -> cursors.decode("others", cursor)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Cursors("another key").decode("things", cursor))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> cursors.decode("things", cursor + "=")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> cursors.decode("things", "")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> cursors.decode("things", "x".repeat(10_000))).isInstanceOf(Invalid.class);
    }

    @Test
    void aChangeTokenIsNoCursor() {
        var position = new ChangeToken(Long.MAX_VALUE, UUID.randomUUID());
        String token = position.encode(cursors, "things");
        assertThat(ChangeToken.decode(cursors, "things", token)).isEqualTo(position);
        assertThatThrownBy(() -> cursors.decode("things", token)).isInstanceOf(Invalid.class);
    }

    @Test
    void aPageKnowsWhetherThereIsAnotherOne() {
        var page = Page.of(List.of(1, 2, 3), 2, row -> "after " + row, row -> "view " + row);
        assertThat(page.items()).containsExactly("view 1", "view 2");
        assertThat(page.next()).isEqualTo("after 2");
        assertThat(Page.of(List.of(1, 2), 2, row -> "after " + row, row -> row).next())
                .isNull();
    }
}
