package rapport.contacts.addressbook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of one row. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RowResult(
        @Schema(required = true, description = "The line where the row or card begins, from 1.", examples = "4")
        long row,

        @Schema(required = true) RowOutcome outcome,

        @Schema(nullable = true, description = "Absent in a dry run for contacts that do not exist yet.")
        UUID contactId,

        @Schema(
                required = true,
                description =
                        "Why, or what is remarkable: codes such as no-name, several-matches, person-erased, media-skipped.",
                examples = "[\"media-skipped\"]")
        List<String> remarks) {}
