package rapport.contacts.mentoring;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.contacts.goal.CareerStage;
import rapport.contacts.goal.Wish;
import rapport.contacts.goal.Words;

/** The whole offer of a mentor. Who makes one opts in to be found. */
@Schema(name = "MentorOffer")
record Offer(
        @NotBlank
        @Size(max = 200)
        @Schema(
                description = "Public. Names the mentor only if they put their name here.",
                examples = "Intensive care, registry trials")
        String headline,

        @Size(max = 1000)
        @Schema(
                nullable = true,
                description = "Public: what the mentor asks mentees to respect.",
                examples = "One call a month, no messages at weekends.")
        String boundaries,

        @NotEmpty @Schema(examples = "[\"MENTOR\", \"RESIDENCY_ADVICE\"]")
        Set<@NotNull Wish> wishes,

        @NotEmpty @Size(max = 20) @Schema(examples = "[\"sepsis\"]")
        List<@NotBlank @Size(max = 60) String> topics,

        @NotEmpty @Size(max = 10) @Schema(examples = "[\"de\", \"en\"]")
        List<@NotNull @Pattern(regexp = "[A-Za-z]{2,3}", message = "is not a language code") String> languages,

        @Schema(
                nullable = true,
                description = "Whom the offer is for. Left out: everybody.",
                examples = "[\"STUDENT\"]")
        Set<@NotNull CareerStage> careerStages,

        @NotNull @Min(0) @Max(20) @Schema(description = "How many mentees at the same time.", examples = "2")
        Integer capacity,

        @NotNull @Schema(description = "Whether the public profile shows the name.")
        Boolean showsName,

        @NotNull @Schema(description = "Whether the public profile shows the affiliation.")
        Boolean showsAffiliation) {

    Offer {
        careerStages = careerStages == null ? Set.of() : careerStages;
    }

    List<String> topicWords() {
        return Words.of(topics);
    }

    List<String> languageWords() {
        return Words.of(languages);
    }
}
