package rapport.contacts.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who sees a card of the caller's. */
@Schema(name = "Holder")
@JsonInclude(JsonInclude.Include.NON_NULL)
record HolderView(
        @Schema(required = true, examples = "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01")
        UUID id,

        @Schema(
                nullable = true,
                description = "Absent when the holder is not registered anywhere.",
                examples = "Maya Okafor")
        String name,

        @Schema(
                required = true,
                description = "What they see: names of fields, EMAIL among them only when the card holds it.")
        List<String> fields,

        @Schema(required = true) List<Meeting> events) {
    static HolderView of(Holders.Holding holding) {
        return new HolderView(holding.id(), holding.name(), holding.fields(), holding.events());
    }
}
