package rapport.contacts.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import rapport.contacts.merge.Intent;
import rapport.kit.json.Json;

/**
 * Which contacts a list shows; what is null does not matter.
 *
 * @param quietSince not in touch after this
 */
record ContactFilter(
        UUID event,
        String tag,
        Intent intent,
        ContactKind kind,
        ContactStatus status,
        Boolean doNotContact,
        Band band,
        Instant quietSince) {

    // A contact of which no depth was computed yet has just come about.
    private static final String OF_BAND = """
            and coalesce((select d.band from contact_depth d where d.owner = c.owner and d.contact_id = c.id), 'NEW') = :band""";

    boolean isEmpty() {
        return event == null
                && tag == null
                && intent == null
                && kind == null
                && status == null
                && doNotContact == null
                && band == null
                && quietSince == null;
    }

    /** In SQL, each beginning with {@code and}. Only what is asked for: an owner's contacts are looked at one by one. */
    String conditions(List<SignOfTouch> signs) {
        var conditions = new ArrayList<String>();
        if (event != null || tag != null || intent != null) {
            conditions.add("and c.state @> cast(:says as jsonb)");
        }
        if (kind != null) {
            conditions.add("and c.kind = :kind");
        }
        if (status != null) {
            conditions.add("and c.status = :status");
        }
        if (doNotContact != null) {
            conditions.add(
                    "and coalesce(jsonb_extract_path_text(c.state, 'doNotContact', 'value', 'active'), 'false') = :doNotContact");
        }
        if (band != null) {
            conditions.add(OF_BAND);
        }
        if (quietSince != null) {
            signs.forEach(sign -> conditions.add("and not " + sign.after()));
        }
        return String.join("\n", conditions);
    }

    /** What {@link #conditions} compare with, by name. */
    Map<String, String> values() {
        var values = new TreeMap<String, String>();
        if (event != null || tag != null || intent != null) {
            values.put("says", says());
        }
        if (kind != null) {
            values.put("kind", kind.name());
        }
        if (status != null) {
            values.put("status", status.name());
        }
        if (doNotContact != null) {
            values.put("doNotContact", doNotContact.toString());
        }
        if (band != null) {
            values.put("band", band.name());
        }
        if (quietSince != null) {
            values.put("quietSince", quietSince.toString());
        }
        return values;
    }

    /** The part of a contact's document that has to be there. */
    private String says() {
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

    /** For cursors, which belong to one list. Time goes on between pages, so how long nobody was in touch is not a part of it. */
    String scope(String owner) {
        var fixed = values();
        fixed.computeIfPresent("quietSince", (name, value) -> "some");
        return "contacts:" + owner + ":" + Json.canonical(fixed);
    }
}
