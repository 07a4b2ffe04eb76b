package rapport.events.speaker;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = "{\"keep\": \"0199a4f2-3000-7e10-8a00-0000000000d1\"}")
record MergeChoice(
        @NotNull @Schema(description = "The speaker that is left; the other one leads to it.")
        UUID keep) {}
