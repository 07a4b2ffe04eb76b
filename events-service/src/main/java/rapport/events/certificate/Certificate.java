package rapport.events.certificate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = """
                {"id": "0199a4f8-2000-7b10-8a00-0000000000d4", "code": "0b1f0c55-7a53-4a39-9a53-6a4e0b6f3c11",
                 "eventId": "0199a4f0-6b00-7c10-8a00-000000000e01",
                 "registrationId": "0199a4f3-4100-7b10-8a00-0000000000c2", "holder": "Maya Okafor",
                 "nameShown": "INITIALS", "eventName": "Congress of Acute Medicine", "zone": "Europe/Berlin",
                 "rule": "A session counts when at least 70 % of it was attended.", "minutes": 52,
                 "sessions": [{"sessionId": "0199a4f0-7c00-7c10-8a00-00000000a501", "title": "Sepsis in children",
                               "startsAt": "2026-10-01T09:00:00", "endsAt": "2026-10-01T10:00:00", "minutes": 52,
                               "percent": 86, "assumed": false}],
                 "status": "VALID", "revokedBecause": null, "issuedAt": "2026-10-02T10:00:00Z", "revokedAt": null}""")
record Certificate(
        UUID id,

        @Schema(description = "Verifies the certificate; drawn at random.")
        UUID code,

        UUID eventId,
        UUID registrationId,
        String holder,

        @Schema(description = "How much of the name somebody learns who verifies the certificate.")
        NameShown nameShown,

        String eventName,
        String zone,
        @Schema(description = "Which sessions count.") String rule,
        @Schema(description = "The sum over the sessions.") int minutes,
        List<AttendedSession> sessions,
        Status status,
        @Schema(nullable = true) Because revokedBecause,
        Instant issuedAt,
        @Schema(nullable = true) Instant revokedAt) {
    Certificate {
        sessions = List.copyOf(sessions);
    }

    enum Status {
        VALID,
        REVOKED
    }

    enum Because {
        /** Another one was issued, because the attendance is another. */
        REPLACED,
        /** Staff took it back. */
        WITHDRAWN
    }

    /** Whether a certificate of what is known now would say the same. */
    boolean says(Entitlement now, NameShown shown) {
        return holder.equals(now.holder())
                && nameShown == shown
                && eventName.equals(now.eventName())
                && zone.equals(now.zone())
                && rule.equals(Entitlement.rule(now.required()))
                && sessions.equals(now.sessions());
    }
}
