package rapport.followup.boundary;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What those who want to write may know before they do. */
@Schema(name = "SharedBoundary")
record SharedBoundaryView(UUID personId, BoundaryMode mode, int remaining) {}
