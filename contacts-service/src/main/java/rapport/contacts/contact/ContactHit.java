package rapport.contacts.contact;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact that was looked for. */
record ContactHit(
        @Schema(required = true, description = "How well it fits, 0 to 1.", examples = "0.92")
        float score,

        @Schema(required = true, description = "Where the words were found.")
        List<Place> foundIn,

        @Schema(required = true) ContactView contact) {

    enum Place {
        /** What the owner typed. */
        DETAILS,
        /** What the person shares. */
        CARD,
        /** The programme. */
        SPEAKER,
        /** The owner's notes. */
        NOTES
    }
}
