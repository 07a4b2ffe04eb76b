package rapport.events.staff;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.identifier.MailAddress;

@Schema(examples = "{\"email\": \"sam.scanner@volunteers.example\", \"role\": \"SCANNER\"}")
record NewInvitation(
        @NotBlank @MailAddress @Size(max = 254) String email,
        @NotNull StaffRole role) {}
