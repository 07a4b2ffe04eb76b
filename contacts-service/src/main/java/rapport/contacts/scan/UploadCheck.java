package rapport.contacts.scan;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import rapport.kit.id.Ids;
import rapport.kit.json.JsonBodies;
import rapport.kit.json.Part;
import rapport.kit.problem.Invalid;

/** Reads the items of an upload one by one, each as strictly as a single scan, so that one's faults stay with it. */
@ApplicationScoped
class UploadCheck {
    private final JsonBodies bodies;

    UploadCheck(JsonBodies bodies) {
        this.bodies = bodies;
    }

    List<UploadedItem> each(List<Part<ScanItem>> items) {
        return items.stream().map(this::check).toList();
    }

    private UploadedItem check(Part<ScanItem> item) {
        try {
            return new UploadedItem.WellFormed(bodies.value(item));
        } catch (Invalid faulty) {
            return new UploadedItem.Malformed(scanId(item), faulty.faults());
        }
    }

    /** The id of a malformed item, if at least that is well-formed: the phone wants to know which one it was. */
    private static UUID scanId(Part<ScanItem> item) {
        return switch (item) {
            case Part.Readable<ScanItem>(ScanItem scan) -> scan.scanId();
            case Part.Unreadable<ScanItem>(JsonNode tree, var type) ->
                scanId(tree.path("scanId").asText());
        };
    }

    private static UUID scanId(String text) {
        return Ids.isUuid(text) ? UUID.fromString(text) : null;
    }
}
