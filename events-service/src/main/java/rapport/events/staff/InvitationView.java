package rapport.events.staff;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = """
                {"id": "0199a4f1-5000-7a10-8a00-0000000000c7", "eventId": "0199a4f0-6b00-7c10-8a00-000000000e01",
                 "email": "sam.scanner@volunteers.example", "role": "SCANNER", "expiresAt": "2026-09-15T10:00:00Z",
                 "createdAt": "2026-09-01T10:00:00Z"}""")
record InvitationView(UUID id, UUID eventId, String email, StaffRole role, Instant expiresAt, Instant createdAt) {

    static InvitationView of(StaffInvitation invitation) {
        return new InvitationView(
                invitation.id(),
                invitation.eventId(),
                invitation.address(),
                invitation.role(),
                invitation.expiresAt(),
                invitation.createdAt());
    }
}
