package rapport.followup.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thank you for your talk",
                "Re: Thank you for your talk",
                "RE: AW: re[2]: Thank you  for your talk",
                "Fwd: Antw: THANK YOU FOR YOUR TALK",
            })
    void aThreadIsTheSameWhateverStandsInFrontOfIt(String subject) {
        assertThat(Subjects.bare(subject)).isEqualTo("thank you for your talk");
    }
}
