package rapport.followup.dispatch;

import java.time.Instant;
import java.util.UUID;
import rapport.followup.circumstances.Asked;
import rapport.followup.circumstances.Circumstances;

/**
 * A message that waits for the same recipient as one that is being decided, and is not decided itself now.
 *
 * @param held whether it was looked at and told to wait; otherwise it is due and not looked at yet
 */
record InLine(UUID id, Asked asked, boolean held, Times times, Circumstances circumstances) {

    /** @param notBefore when its sender has room; null: now */
    record Times(Instant notBefore, Instant approvedAt, Instant sendAt, Instant estimateAt, Instant notAfter) {}
}
