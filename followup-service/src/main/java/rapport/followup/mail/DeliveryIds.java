package rapport.followup.mail;

import java.util.UUID;
import rapport.kit.id.Ids;

/** The one delivery of a step to a recipient. Computed, not drawn: whoever tries again cannot make a second one. */
public final class DeliveryIds {

    private static final UUID NOBODY = new UUID(0, 0);

    private DeliveryIds() {}

    public static UUID of(UUID stepId, UUID recipient) {
        return Ids.derived(stepId, (recipient == null ? NOBODY : recipient).toString());
    }
}
