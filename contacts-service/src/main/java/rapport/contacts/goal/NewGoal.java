package rapport.contacts.goal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the caller wants to reach. */
record NewGoal(
        @NotBlank @Size(max = 500) @Schema(examples = "Find a topic for my thesis in sepsis research")
        String statement,

        @NotNull @Schema(examples = "MENTOR") Wish wish,

        @NotEmpty @Size(max = 20) @Schema(examples = "[\"sepsis\", \"registry trials\"]")
        List<@NotBlank @Size(max = 60) String> topics,

        @Size(max = 10)
        @Schema(nullable = true, description = "ISO 639 codes. Left out: any language.", examples = "[\"de\", \"en\"]")
        List<@NotNull @Pattern(regexp = "[A-Za-z]{2,3}", message = "is not a language code") String> languages,

        @NotNull @Schema(examples = "STUDENT") CareerStage careerStage) {}
