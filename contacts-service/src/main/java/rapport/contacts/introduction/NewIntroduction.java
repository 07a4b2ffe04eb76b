package rapport.contacts.introduction;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two of the caller's contacts who should know each other. */
record NewIntroduction(
        @NotNull @Schema(examples = "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01")
        UUID firstContactId,

        @NotNull @Schema(examples = "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d02")
        UUID secondContactId,

        @NotBlank
        @Size(max = 1000)
        @Schema(
                description = "Both read it before they answer, and nothing else about the other one.",
                examples = "You both work on registry trials in sepsis.")
        String reason) {}
