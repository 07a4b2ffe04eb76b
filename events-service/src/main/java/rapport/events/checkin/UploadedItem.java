package rapport.events.checkin;

import java.util.List;
import java.util.UUID;
import rapport.kit.problem.Fault;

/** An item of an upload: either a check-in or what is wrong with it. One item's faults are no other item's business. */
sealed interface UploadedItem {
    record WellFormed(CheckInItem item) implements UploadedItem {}

    record Malformed(UUID scanId, List<Fault> faults) implements UploadedItem {}
}
