package rapport.contacts.contactmerge;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.contacts.contact.ContactView;

/** What a merge would give. Nothing has been changed. */
record MergePreview(
        @Schema(required = true, description = "The contact as it would be.")
        ContactView contact,

        @Schema(
                required = true,
                description = "How many things would go along, by what they are.",
                examples = "{\"note\": 3}")
        Map<String, Integer> moved) {}
