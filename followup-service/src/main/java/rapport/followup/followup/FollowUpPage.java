package rapport.followup.followup;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names the shape of a page in the OpenAPI document. */
@Schema(name = "FollowUpPage")
record FollowUpPage(
        List<FollowUpView> items,
        @Schema(nullable = true) String next,
        @Schema(nullable = true) String changes) {}
