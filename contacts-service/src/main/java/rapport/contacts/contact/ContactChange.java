package rapport.contacts.contact;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.contacts.merge.Intent;
import rapport.kit.edit.Change;

/** A merge patch of a contact. Notes are only added, tags are added and removed one by one. */
record ContactChange(
        Change<Intent> intent,
        Change<@Min(1) @Max(5) Integer> rating,

        @Size(max = 50) @Schema(examples = "[\"mentor\"]") List<@NotBlank @Size(max = 50) String> addTags,

        @Size(max = 50) @Schema(examples = "[\"later\"]") List<@NotBlank @Size(max = 50) String> removeTags,

        @Size(max = 10_000) @Schema(description = "Added to the notes. No patient data, please.")
        String addNote,

        Change<@NotNull Boolean> doNotContact,
        Change<@Size(max = 500) String> doNotContactReason,
        Change<@NotNull @Valid DetailsChange> details) {

    ContactChange {
        addTags = addTags == null ? List.of() : Collections.unmodifiableList(addTags);
        removeTags = removeTags == null ? List.of() : Collections.unmodifiableList(removeTags);
    }

    boolean hasNote() {
        return addNote != null && !addNote.isBlank();
    }

    boolean isEmpty() {
        return intent.isAbsent()
                && rating.isAbsent()
                && addTags.isEmpty()
                && removeTags.isEmpty()
                && !hasNote()
                && doNotContact.isAbsent()
                && doNotContactReason.isAbsent()
                && details.isAbsent();
    }
}
