package rapport.contacts.mentoring;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A mentor whose offer suits a goal. */
@Schema(name = "MentorMatch")
record MatchView(
        @Schema(required = true) MentorView mentor,

        @Schema(required = true, description = "How well the offer suits the goal, 0 to 100.", examples = "80")
        int score,

        @Schema(required = true, description = "How the score came about.")
        List<String> because) {}
