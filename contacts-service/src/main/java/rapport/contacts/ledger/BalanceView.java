package rapport.contacts.ledger;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A balance for its owner's eyes. */
@Schema(name = "Balance")
record BalanceView(
        @Schema(required = true, examples = "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01")
        UUID contactId,

        @Schema(required = true, description = "What the owner gave, kept promises among it.", examples = "1")
        int given,

        @Schema(required = true, description = "What the owner was given, kept promises among it.", examples = "2")
        int received,

        @Schema(required = true, description = "Open promises of the owner.", examples = "1")
        int youOwe,

        @Schema(required = true, description = "Those of youOwe whose day has passed.", examples = "0")
        int overdue,

        @Schema(required = true, description = "Open promises of the contact.", examples = "0")
        int theyOwe,

        @Schema(required = true, description = "Asked for since something was last given.", examples = "0")
        int asked,

        @Schema(required = true, description = "Given and not thanked for.", examples = "0")
        int unthanked,

        @Schema(
                required = true,
                description = "What would be good to do before the next ask.",
                examples = "READY_TO_ASK")
        Balance.Advice advice,

        @Schema(required = true, examples = "[\"You gave once and were given 2 times.\"]")
        List<String> because) {

    static BalanceView of(UUID contact, Balance balance) {
        return new BalanceView(
                contact,
                balance.given(),
                balance.received(),
                balance.youOwe(),
                balance.overdue(),
                balance.theyOwe(),
                balance.asked(),
                balance.unthanked(),
                balance.advice(),
                balance.because());
    }
}
