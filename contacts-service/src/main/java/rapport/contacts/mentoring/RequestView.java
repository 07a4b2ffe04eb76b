package rapport.contacts.mentoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request as the mentee sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MentoringRequest")
record RequestView(
        @Schema(required = true, examples = "019aa0f9-6111-7d3e-9a52-3f6c0a2bc001")
        UUID id,

        @Schema(required = true, examples = "1") long version,
        @Schema(required = true) UUID goalId,
        @Schema(required = true) MentorView mentor,
        @Schema(required = true) String message,
        @Schema(required = true, examples = "OPEN") RequestState state,
        @Schema(required = true) Instant askedAt,
        @Schema(required = true) Instant expiresAt,

        @Schema(nullable = true, description = "When the mentor was reminded, which happens once.")
        Instant remindedAt) {}
