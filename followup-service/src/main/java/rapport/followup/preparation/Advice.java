package rapport.followup.preparation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing about a message that its owner should know, why, and what helps. */
@Schema(name = "Check")
public record Advice(
        Weight weight,
        String code,

        @Schema(description = "Where in the follow-up it can be put right; the whole of it when empty.")
        String pointer,

        String reason,
        String hint) {

    public enum Weight {
        /** The message cannot be approved like this. */
        BLOCKS,
        /** It can, but it would be better otherwise. */
        SUGGESTS
    }
}
