package rapport.events.staff;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = "{\"role\": \"SCANNER\"}")
record StaffAssignment(@NotNull StaffRole role) {}
