package rapport.contacts.contact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.contacts.merge.Intent;

/** Somebody whom the owner writes into their address book by hand. */
record NewContact(
        @NotNull @Valid DetailsChange details,
        @Schema(nullable = true) Intent intent,

        @Min(1) @Max(5) @Schema(nullable = true, examples = "4")
        Integer rating,

        @Size(max = 50) @Schema(nullable = true, examples = "[\"sepsis\"]")
        List<@NotBlank @Size(max = 50) String> tags,

        @Size(max = 10_000) @Schema(nullable = true, description = "The first note. No patient data, please.")
        String note,

        @Valid @Schema(nullable = true, description = "Where and when they met.")
        NewEncounter encounter) {

    NewContact {
        tags = tags == null ? List.of() : Collections.unmodifiableList(tags);
    }

    /** Somebody without any name cannot be found again. */
    @AssertTrue(message = "a name or an e-mail address is needed")
    @JsonIgnore
    @Schema(hidden = true)
    boolean isNamed() {
        return details == null
                || details.displayName().getValue() != null
                || details.givenName().getValue() != null
                || details.familyName().getValue() != null
                || details.emails().getValue() != null
                        && !details.emails().getValue().isEmpty();
    }
}
