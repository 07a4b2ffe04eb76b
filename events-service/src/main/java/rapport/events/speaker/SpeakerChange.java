package rapport.events.speaker;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.events.event.ContactMode;
import rapport.events.person.Links;
import rapport.kit.edit.Change;
import rapport.kit.identifier.MailAddress;
import rapport.kit.identifier.OrcidId;

@Schema(examples = "{\"affiliation\": \"Karolinska Institutet\", \"country\": \"SE\", \"bio\": null}")
record SpeakerChange(
        Change<@NotBlank @Size(max = 200) String> displayName,
        Change<@Size(max = 100) String> givenName,
        Change<@Size(max = 100) String> familyName,
        Change<@Size(max = 100) String> credentials,
        Change<@Size(max = 300) String> affiliation,
        Change<@RorId String> rorId,
        Change<@Country String> country,
        Change<@OrcidId String> orcid,
        Change<@Size(max = 10_000) String> bio,
        Change<@Size(max = 500) @Pattern(regexp = Links.WEB) String> photoUrl,
        Change<@NotNull @MailAddress @Size(max = 254) String> email,
        Change<@NotNull Boolean> emailShared,
        Change<@NotNull ContactMode> contactMode,
        Change<@Valid Links> links,
        Change<@NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String>> interests) {}
