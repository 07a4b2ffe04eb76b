package rapport.followup.template;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A template as its owner sees it. */
@Schema(name = "Template")
record TemplateView(UUID id, long version, String name, List<LocalText> texts, Instant createdAt, Instant updatedAt) {

    static TemplateView of(OwnTemplate template) {
        return new TemplateView(
                template.id(),
                template.version(),
                template.name(),
                template.texts(),
                template.createdAt(),
                template.updatedAt());
    }
}
