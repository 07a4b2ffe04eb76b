package rapport.followup.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The deliveries of a follow-up: one for each step and recipient, for ever. */
@Schema(name = "DeliveryPage")
record DeliveryPage(List<DeliveryView> items) {

    /** A delivery without anybody's address. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Delivery")
    record DeliveryView(
            UUID id,
            String messageId,

            @Schema(enumeration = {"SENDING", "SENT", "RETRY", "FAILED", "UNCERTAIN"})
            String state,

            int attempts,
            Instant claimedAt,
            @Schema(nullable = true) Instant finishedAt,

            @Schema(nullable = true, description = "What the mail server answered last.", examples = "250")
            Integer replyCode,

            @Schema(nullable = true) String detail) {}
}
