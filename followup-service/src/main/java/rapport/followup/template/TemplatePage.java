package rapport.followup.template;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names the shape of a page in the OpenAPI document. */
@Schema(name = "TemplatePage")
record TemplatePage(
        List<TemplateView> items,
        @Schema(nullable = true) String next,
        @Schema(nullable = true) String changes) {}
