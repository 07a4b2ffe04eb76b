package rapport.kit.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.kit.json.StrictJson;
import rapport.kit.problem.DomainException;

class EditTest {
    private final ObjectMapper mapper = StrictJson.mapper();

    record Patch(Change<String> title, Change<Integer> count) {}

    @Test
    void absentNullAndValueAreThreeThings() throws Exception {
        assertThat(mapper.readValue("{}", Patch.class)).isEqualTo(new Patch(Change.absent(), Change.absent()));
        assertThat(mapper.readValue("{\"title\":null}", Patch.class))
                .isEqualTo(new Patch(Change.cleared(), Change.absent()));
        assertThat(mapper.readValue("{\"title\":\"\",\"count\":0}", Patch.class))
                .isEqualTo(new Patch(Change.set(""), Change.set(0)));
    }

    @Test
    void aChangeIsAppliedToTheCurrentValue() {
        assertThat(Change.<String>absent().or("current")).isEqualTo("current");
        assertThat(Change.<String>cleared().or("current")).isNull();
        assertThat(Change.set("new").or("current")).isEqualTo("new");
        assertThat(Change.set("7").map(Integer::valueOf)).isEqualTo(Change.set(7));
        assertThat(Change.<String>cleared().map(Integer::valueOf)).isEqualTo(Change.cleared());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v3\"", "*", "\"v1\", \"v3\"", " \"v3\" "})
    void theVersionThatWasSeenPasses(String ifMatch) {
        assertThatCode(() -> ETags.require(ifMatch, 3)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"NULL|428", "' '|428", "\"v2\"|412", "W/\"v3\"|412", "v3|400", "\"v3|400", "\"v3\",|400"},
            delimiter = '|',
            quoteCharacter = '\'',
            nullValues = "NULL")
    void anythingElseDoesNot(String ifMatch, int status) {
        assertThatThrownBy(() -> ETags.require(ifMatch, 3))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.kind().status()).isEqualTo(status));
    }
}
