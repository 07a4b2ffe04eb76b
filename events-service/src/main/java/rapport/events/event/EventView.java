package rapport.events.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.events.staff.Standing;

@Schema(examples = """
                {"id": "0199a4f0-6b00-7c10-8a00-000000000e01", "version": 3,
                 "organizationId": "0199a4ef-1200-7a10-8a00-0000000000a1", "name": "Young Cardiology Days 2026",
                 "slug": "young-cardiology-days-2026", "kind": "IN_PERSON", "startsAt": "2026-11-20T09:00:00",
                 "endsAt": "2026-11-22T17:00:00", "zone": "Europe/Vienna", "startInstant": "2026-11-20T08:00:00Z",
                 "endInstant": "2026-11-22T16:00:00Z", "venue": "Hofburg, Wien", "joinUrl": null, "status": "PUBLISHED",
                 "contactMode": "RELAY", "followUpWindowDays": 90, "retentionDays": 730, "attendancePercent": 80,
                 "capacity": 1500, "approvalRequired": false, "cancelReason": null, "myRole": "OWNER",
                 "updatedAt": "2026-09-01T10:00:00Z"}""")
record EventView(
        UUID id,
        long version,
        UUID organizationId,
        String name,
        String slug,
        EventKind kind,
        LocalDateTime startsAt,
        LocalDateTime endsAt,
        String zone,
        Instant startInstant,
        Instant endInstant,
        @Schema(nullable = true) String venue,

        @Schema(nullable = true, description = "Only for staff and, outside of lists, for confirmed registrations.")
        String joinUrl,

        EventStatus status,
        ContactMode contactMode,
        int followUpWindowDays,
        int retentionDays,
        int attendancePercent,
        @Schema(nullable = true) Integer capacity,
        boolean approvalRequired,
        @Schema(nullable = true) String cancelReason,

        @Schema(nullable = true, description = "The caller's staff role: OWNER, EDITOR or SCANNER.")
        String myRole,

        Instant updatedAt) {

    static EventView of(Event event, Standing standing) {
        String role = standing.role().map(Enum::name).orElse(null);
        return of(event, role, standing.mayJoin());
    }

    static EventView of(Event event, String myRole) {
        return of(event, myRole, myRole != null);
    }

    private static EventView of(Event event, String myRole, boolean mayJoin) {
        Period period = event.period();
        return new EventView(
                event.id(),
                event.version(),
                event.organizationId(),
                event.name(),
                event.slug(),
                event.kind(),
                period.startsAt(),
                period.endsAt(),
                event.zone(),
                period.startInstant(),
                period.endInstant(),
                event.venue(),
                mayJoin ? event.joinUrl() : null,
                event.status(),
                event.contactMode(),
                event.followUpWindowDays(),
                event.retentionDays(),
                event.attendancePercent(),
                event.capacity(),
                event.approvalRequired(),
                event.cancelReason(),
                myRole,
                event.updatedAt());
    }
}
