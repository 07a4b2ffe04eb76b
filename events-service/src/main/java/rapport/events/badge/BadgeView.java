package rapport.events.badge;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = """
                {"id": "0199a4f3-4200-7b10-8a00-0000000000f2", "eventId": "0199a4f0-6b00-7c10-8a00-000000000e01",
                 "registrationId": "0199a4f3-4100-7b10-8a00-0000000000c2", "status": "ACTIVE",
                 "token": "RB1-5XWQ9W7V8N0Z3K2M6T4R1YH8GCBD7E2K9P", "createdAt": "2026-11-01T10:00:00Z"}""")
record BadgeView(
        UUID id,
        UUID eventId,
        UUID registrationId,
        BadgeStatus status,

        @Schema(
                nullable = true,
                description = "What the QR code says. Only for owners, editors and the wearer; null when revoked.")
        String token,

        Instant createdAt) {

    static BadgeView of(Badge badge, String token) {
        return new BadgeView(
                badge.id(),
                badge.eventId(),
                badge.registrationId(),
                badge.status(),
                badge.status() == BadgeStatus.ACTIVE ? token : null,
                badge.createdAt());
    }
}
