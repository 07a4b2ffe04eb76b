package rapport.contacts.contact;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import rapport.contacts.merge.Intent;
import rapport.kit.json.Json;

/** Which contacts a list shows; what is null does not matter. */
record ContactFilter(UUID event, String tag, Intent intent, ContactStatus status) {

    boolean isEmpty() {
        return event == null && tag == null && intent == null && status == null;
    }

    /** The part of a contact's document that has to be there. */
    String says() {
        var says = new TreeMap<String, Object>();
        if (event != null) {
            says.put("encounters", Map.of(event, Map.of()));
        }
        if (tag != null) {
            says.put("tags", Map.of(tag, Map.of("value", true)));
        }
        if (intent != null) {
            says.put("intent", Map.of("value", intent));
        }
        return Json.canonical(says);
    }

    /** For cursors, which belong to one list. */
    String scope(String owner) {
        return "contacts:" + owner + ":" + status + ":" + says();
    }
}
