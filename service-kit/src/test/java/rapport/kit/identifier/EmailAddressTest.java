package rapport.kit.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "Maya@Students.Example, maya@students.example",
        "' maya@students.example ', maya@students.example",
        "o'brien+x@uni.example, o'brien+x@uni.example",
        "info@bücher.example, info@xn--bcher-kva.example"
    })
    void oneAddressHasOneForm(String text, String normalized) {
        assertThat(EmailAddress.normalized(text)).contains(normalized);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maya",
                "maya@",
                "@x.example",
                "a b@x.example",
                "a@b@x.example",
                "a@x.example\r\nBcc: b@y.example",
                "a@localhost",
                ""
            })
    void whatIsNoAddressHasNone(String text) {
        assertThat(EmailAddress.normalized(text)).isEmpty();
    }
}
