package rapport.contacts.mentoring;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Asks a mentor for help with a goal. */
@Schema(name = "NewMentoringRequest")
record NewRequest(
        @NotNull @Schema(examples = "019aa0f8-5011-7d3e-9a52-3f6c0a2bb001")
        UUID goalId,

        @NotNull @Schema(examples = "7b0f4a52-7c4b-4a55-9a67-0d8f3a1c2e11")
        UUID mentorId,

        @NotBlank
        @Size(max = 1000)
        @Schema(
                description = "Why this mentor. No patient data, please.",
                examples = "Your registry is what I want to learn from.")
        String message) {}
