package rapport.followup.preparation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the sender thought about before writing. Each part may be missing. */
public record Preparation(
        @Schema(nullable = true) String goal,
        @Schema(nullable = true) String context,
        @Schema(nullable = true) String question,
        @Schema(nullable = true) String offer) {

    public static final Preparation NONE = new Preparation(null, null, null, null);
}
