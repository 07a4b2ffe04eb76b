package rapport.contacts.mentoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.contacts.acquaintance.Members.Member;
import rapport.contacts.goal.CareerStage;
import rapport.contacts.goal.Wish;

/** A mentor as everybody sees them: of who they are, only what they chose to show. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Mentor")
record MentorView(
        @Schema(
                required = true,
                description = "Tells nothing of who they are.",
                examples = "7b0f4a52-7c4b-4a55-9a67-0d8f3a1c2e11")
        UUID id,

        @Schema(nullable = true, description = "If the mentor shows it.")
        String name,

        @Schema(nullable = true, description = "If the mentor shows it.")
        String affiliation,

        @Schema(required = true, examples = "Intensive care, registry trials")
        String headline,

        @Schema(nullable = true, examples = "One call a month, no messages at weekends.")
        String boundaries,

        @Schema(required = true) List<Wish> wishes,
        @Schema(required = true, examples = "[\"sepsis\"]") List<String> topics,

        @Schema(required = true, examples = "[\"de\", \"en\"]")
        List<String> languages,

        @Schema(required = true, description = "None: everybody.")
        List<CareerStage> careerStages,

        @Schema(required = true, description = "Whether a place is free. Without one, a request waits.")
        boolean placeFree) {

    /** @param person null when the mentor is not known as a person */
    static MentorView of(MentorProfile profile, Member person) {
        return new MentorView(
                profile.id(),
                profile.showsName() && person != null ? person.displayName() : null,
                profile.showsAffiliation() && person != null ? person.affiliation() : null,
                profile.headline(),
                profile.boundaries(),
                profile.wishes(),
                profile.topics(),
                profile.languages(),
                profile.careerStages(),
                !profile.isFull());
    }
}
