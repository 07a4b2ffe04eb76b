package rapport.contacts.contact;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an owner looks for. In a body, not in an address: it may be somebody's e-mail address. */
record SearchRequest(
        @NotBlank @Size(max = 100) @Schema(description = "Some words, in any spelling.", examples = "Lukasz Muller")
        String text,

        @Min(1) @Max(200) @Schema(nullable = true, description = "Hits per page, 50 when absent.", examples = "20")
        Integer limit,

        @Size(max = 2048) @Schema(nullable = true, description = "The previous page's next.")
        String cursor) {

    int hits() {
        return limit == null ? 50 : limit;
    }
}
