package rapport.followup.questiondigest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of one's own questions. */
@Schema(name = "QuestionPage")
record QuestionPage(
        List<QuestionView> items, @Schema(nullable = true) String next) {}
