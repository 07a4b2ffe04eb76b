package rapport.events.badgesheet;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        requiredProperties = {"id", "eventId", "layout", "selection", "badges", "actor", "createdAt"},
        examples = """
                {"id": "0199a4f5-1000-7b10-8a00-00000000aa01", "eventId": "0199a4f0-6b00-7c10-8a00-000000000e01",
                 "layout": "A4_8", "selection": "CHANGED", "badges": 42, "actor": "11111111-1111-4111-8111-000000000001",
                 "createdAt": "2026-11-19T16:00:00Z"}""")
record BadgePrint(
        UUID id,
        UUID eventId,
        SheetLayout layout,
        Selection selection,

        @Schema(description = "How many badges it has.") int badges,

        @Schema(description = "The subject of who printed.") String actor,

        Instant createdAt) {}
