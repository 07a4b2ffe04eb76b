package rapport.events.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.edit.Change;

@Schema(examples = "{\"name\": \"Young Cardiologists Europe\"}")
record OrganizationChange(
        Change<@NotBlank @Size(max = 200) String> name,
        Change<@NotNull @Pattern(regexp = Slug.PATTERN) @Size(max = Slug.MAX) String> slug) {}
