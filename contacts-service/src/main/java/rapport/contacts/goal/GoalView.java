package rapport.contacts.goal;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A goal as its owner sees it. */
@Schema(name = "Goal")
record GoalView(
        @Schema(required = true, examples = "019aa0f8-5011-7d3e-9a52-3f6c0a2bb001")
        UUID id,

        @Schema(required = true, description = "The ETag is made from it.", examples = "1")
        long version,

        @Schema(required = true, examples = "Find a topic for my thesis in sepsis research")
        String statement,

        @Schema(required = true, examples = "MENTOR") Wish wish,

        @Schema(required = true, examples = "[\"registry trials\", \"sepsis\"]")
        List<String> topics,

        @Schema(required = true, description = "None: any.", examples = "[\"de\", \"en\"]")
        List<String> languages,

        @Schema(required = true, examples = "STUDENT") CareerStage careerStage) {

    static GoalView of(Goal goal) {
        return new GoalView(
                goal.id(),
                goal.version(),
                goal.statement(),
                goal.wish(),
                goal.topics(),
                goal.languages(),
                goal.careerStage());
    }
}
