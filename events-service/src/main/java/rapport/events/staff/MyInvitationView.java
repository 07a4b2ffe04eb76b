package rapport.events.staff;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = """
                {"id": "0199a4f1-5000-7a10-8a00-0000000000c7", "eventId": "0199a4f0-6b00-7c10-8a00-000000000e01",
                 "eventName": "Young Cardiology Days 2026", "role": "SCANNER", "expiresAt": "2026-09-15T10:00:00Z"}""")
record MyInvitationView(UUID id, UUID eventId, String eventName, StaffRole role, Instant expiresAt) {}
