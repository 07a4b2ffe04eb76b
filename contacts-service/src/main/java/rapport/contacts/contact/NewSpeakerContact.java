package rapport.contacts.contact;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A speaker whom the owner heard and wants to keep as a contact. */
record NewSpeakerContact(
        @NotNull @Schema(examples = "0199a4f2-3000-7e10-8a00-0000000000d1")
        UUID speakerId,

        @Schema(
                nullable = true,
                description = "The session in which they were heard.",
                examples = "0199a4f2-3100-7d10-8a00-00000000005e")
        UUID sessionId) {}
