package rapport.contacts.introduction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An introduction as one of its two sides sees it. The other side has a name only after both have accepted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "IntroductionOffer")
record OfferView(
        @Schema(required = true, examples = "019aa0f7-4f11-7d3e-9a52-3f6c0a2ba001")
        UUID id,

        @Schema(nullable = true, description = "The introducer's name, if known.", examples = "Maya Okafor")
        String introducedBy,

        @Schema(required = true, examples = "You both work on registry trials in sepsis.")
        String reason,

        @Schema(required = true, description = "What the caller sees of it.", examples = "WAITING_FOR_YOU")
        Standing standing,

        @Schema(required = true) Instant expiresAt,

        @Schema(nullable = true, description = "After both have accepted: the person that the other one is.")
        UUID otherPersonId,

        @Schema(nullable = true, description = "After both have accepted.")
        String otherName,

        @Schema(nullable = true, description = "After both have accepted.")
        String otherAffiliation) {

    /** How an introduction stands for one side. */
    enum Standing {
        WAITING_FOR_YOU,
        /** Accepted by the caller; what the other one thinks is not told. */
        ACCEPTED,
        DECLINED,
        COMPLETED,
        EXPIRED
    }

    static Standing standing(IntroductionState state, Answer answer) {
        return switch (state) {
            case COMPLETED -> Standing.COMPLETED;
            case EXPIRED, WITHDRAWN -> answer == Answer.DECLINED ? Standing.DECLINED : Standing.EXPIRED;
            case OPEN ->
                switch (answer) {
                    case null -> Standing.WAITING_FOR_YOU;
                    case ACCEPTED -> Standing.ACCEPTED;
                    case DECLINED -> Standing.DECLINED;
                };
        };
    }
}
