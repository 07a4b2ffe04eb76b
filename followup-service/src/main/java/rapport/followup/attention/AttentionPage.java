package rapport.followup.attention;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names the shape of a page in the OpenAPI document. */
@Schema(name = "AttentionPage")
record AttentionPage(
        List<Item> items,
        @Schema(nullable = true) String next,
        @Schema(nullable = true) String changes) {}
