package rapport.followup.template;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.edit.Change;

/** A merge patch of a template (RFC 7396). Texts are replaced as a whole. */
@Schema(name = "TemplateChange")
record TemplateChange(
        Change<@NotBlank @Size(max = 100) String> name,
        Change<@NotEmpty @Size(max = 4) @Valid List<@NotNull @Valid LocalText>> texts) {}
