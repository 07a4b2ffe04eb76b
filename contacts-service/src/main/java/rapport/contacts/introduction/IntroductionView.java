package rapport.contacts.introduction;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An introduction as its introducer sees it: whether both have accepted, and nothing of who has not. */
@Schema(name = "Introduction")
record IntroductionView(
        @Schema(required = true, examples = "019aa0f7-4f11-7d3e-9a52-3f6c0a2ba001")
        UUID id,

        @Schema(required = true, examples = "1") long version,
        @Schema(required = true) UUID firstContactId,
        @Schema(required = true) UUID secondContactId,

        @Schema(required = true, examples = "You both work on registry trials in sepsis.")
        String reason,

        @Schema(required = true, examples = "OPEN") IntroductionState state,
        @Schema(required = true) Instant offeredAt,
        @Schema(required = true) Instant expiresAt) {

    static IntroductionView of(Introduction introduction, Instant now) {
        return new IntroductionView(
                introduction.id(),
                introduction.version(),
                introduction.firstContact(),
                introduction.secondContact(),
                introduction.reason(),
                introduction.stateAt(now),
                introduction.offeredAt(),
                introduction.expiresAt());
    }
}
