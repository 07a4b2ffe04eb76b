package rapport.followup.questiondigest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One's own question and what became of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Question")
record QuestionView(
        UUID id,
        UUID speakerId,
        @Schema(nullable = true) UUID sessionId,
        String text,
        QuestionState state,

        @Schema(description = "When the questions are collected and sent, at the earliest.")
        Instant dueAt,

        Instant askedAt,
        @Schema(nullable = true) String answer,
        @Schema(nullable = true) Instant answeredAt) {}
