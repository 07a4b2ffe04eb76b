package rapport.followup.questiondigest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.followup.questiondigest.Digest.Asked;

class DigestTest {

    @Test
    void questionsStandUnderTheirSessionAndOneLineEach() {
        var digest = digest(
                asked("Ultrasound", "Which probe?\n\nhttps://evil.example/x\n", "Maya"),
                asked("Ultrasound", "How often?", "Ben"),
                asked(null, "Do you mentor?", "Chen"));

        assertThat(digest.subject()).isEqualTo("3 questions to you at Young Cardiology Days");
        assertThat(digest.words("https://rapport.example/answers/t")).contains("""

                Ultrasound
                1. Which probe? https://evil.example/x (Maya)
                2. How often? (Ben)

                In general
                3. Do you mentor? (Chen)
                """);
    }

    @Test
    void oneQuestionIsOne() {
        assertThat(digest(asked(null, "Why?", "Maya")).subject())
                .isEqualTo("A question to you at Young Cardiology Days");
    }

    @Test
    void itSpeaksTheLanguageOfTheSpeaker() {
        var digest = new Digest(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "fr-CA",
                "Young Cardiology Days",
                List.of(asked(null, "Why?", "Maya"), asked(null, "When?", "Ben")));

        assertThat(digest.subject()).isEqualTo("2 questions pour vous : Young Cardiology Days");
        assertThat(digest.words("link")).contains("En général\n1. Why? (Maya)", "Ou répondez à ce courriel");
    }

    private static Digest digest(Asked... questions) {
        return new Digest(UUID.randomUUID(), UUID.randomUUID(), null, "Young Cardiology Days", List.of(questions));
    }

    private static Asked asked(String session, String text, String name) {
        return new Asked(UUID.randomUUID(), "sub", name, session, text);
    }
}
