package rapport.contacts.cadence;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The cadence of a tag. */
@Schema(name = "TagCadence")
record TagCadenceView(
        @Schema(required = true, examples = "019aa0f6-3e11-7d3e-9a52-3f6c0a2b9f01")
        UUID id,

        @Schema(required = true, description = "The ETag is made from it.", examples = "1")
        long version,

        @Schema(required = true, examples = "mentor") String tag,
        @Schema(required = true, examples = "30") int idealDays,
        @Schema(required = true, examples = "60") int maximumDays) {

    static TagCadenceView of(TagCadence cadence) {
        Rhythm rhythm = cadence.rhythm();
        return new TagCadenceView(
                cadence.id(), cadence.version(), rhythm.tag(), rhythm.idealDays(), rhythm.maximumDays());
    }
}
