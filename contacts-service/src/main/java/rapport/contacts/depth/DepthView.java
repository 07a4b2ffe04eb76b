package rapport.contacts.depth;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.contacts.contact.Band;

/** The depth of a relationship for its owner's eyes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Depth")
record DepthView(
        @Schema(required = true, examples = "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01")
        UUID contactId,

        @Schema(required = true, examples = "WARM") Band band,

        @Schema(required = true, description = "The version of the formula.", examples = "1")
        int formula,

        @Schema(nullable = true) Instant lastInTouchAt,

        @Schema(required = true, description = "The reasons.", examples = "[\"You were last in touch 12 days ago.\"]")
        List<String> because) {

    static DepthView of(UUID contact, Depth depth) {
        return new DepthView(contact, depth.band(), Depth.FORMULA, depth.lastInTouch(), depth.because());
    }
}
