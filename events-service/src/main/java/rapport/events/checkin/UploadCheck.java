package rapport.events.checkin;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import rapport.kit.id.Ids;
import rapport.kit.json.JsonBodies;
import rapport.kit.json.Part;
import rapport.kit.problem.Invalid;

/** Reads the items of an upload one by one, each as strictly as a single check-in, so that one's faults stay with it. */
@ApplicationScoped
class UploadCheck {
    private final JsonBodies bodies;

    UploadCheck(JsonBodies bodies) {
        this.bodies = bodies;
    }

    List<UploadedItem> each(List<Part<CheckInItem>> items) {
        return items.stream().map(this::check).toList();
    }

    private UploadedItem check(Part<CheckInItem> item) {
        try {
            return new UploadedItem.WellFormed(bodies.value(item));
        } catch (Invalid faulty) {
            return new UploadedItem.Malformed(scanId(item), faulty.faults());
        }
    }

    /** The id of a malformed item, if at least that is well-formed: the device wants to know which one it was. */
    private static UUID scanId(Part<CheckInItem> item) {
        return switch (item) {
            case Part.Readable<CheckInItem>(CheckInItem checkIn) -> checkIn.scanId();
            case Part.Unreadable<CheckInItem>(JsonNode tree, var type) ->
                scanId(tree.path("scanId").asText());
        };
    }

    private static UUID scanId(String text) {
        return Ids.isUuid(text) ? UUID.fromString(text) : null;
    }
}
