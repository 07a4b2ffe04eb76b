package rapport.followup.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether sending stands still because the database is older than what was sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SafeMode")
record SafeModeView(
        @Schema(description = "Nothing is sent while it is true.")
        boolean active,

        @Schema(nullable = true, description = "When it began last; left out when it never did.")
        Instant enteredAt,

        @Schema(description = "Deliveries that the journal knows and the database had lost.")
        int lostDeliveries,

        @Schema(nullable = true, description = "When an operator let sending go on; left out until then.")
        Instant acknowledgedAt) {

    static final SafeModeView NEVER = new SafeModeView(false, null, 0, null);
}
