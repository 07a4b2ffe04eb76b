package rapport.events.event;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.events.organization.Slug;
import rapport.kit.time.PlausibleYear;

@Schema(examples = """
                {"name": "Young Cardiology Days 2026", "kind": "IN_PERSON", "startsAt": "2026-11-20T09:00:00",
                 "endsAt": "2026-11-22T17:00:00", "zone": "Europe/Vienna", "venue": "Hofburg, Wien",
                 "contactMode": "RELAY", "capacity": 1500}""")
record NewEvent(
        @NotBlank @Size(max = 200) String name,

        @Pattern(regexp = Slug.PATTERN) @Size(max = Slug.MAX) @Schema(nullable = true)
        String slug,

        @NotNull EventKind kind,
        @NotNull @PlausibleYear LocalDateTime startsAt,
        @NotNull @PlausibleYear LocalDateTime endsAt,
        @NotBlank @Size(max = 64) String zone,
        @Size(max = 300) @Schema(nullable = true) String venue,

        @Size(max = 500)
        @Pattern(regexp = EventDefaults.HTTPS)
        @Schema(nullable = true, description = "Private: shown to staff and to confirmed registrations only.")
        String joinUrl,

        @Schema(nullable = true, description = "RELAY when it is not sent.")
        ContactMode contactMode,

        @Min(0) @Max(3650) @Schema(nullable = true, description = "90 when it is not sent.")
        Integer followUpWindowDays,

        @Min(1) @Max(3650) @Schema(nullable = true, description = "730 when it is not sent.")
        Integer retentionDays,

        @Min(0)
        @Max(100)
        @Schema(nullable = true, description = "Percent of a session that counts as attended; 80 when it is not sent.")
        Integer attendancePercent,

        @Positive
        @Schema(nullable = true, description = "Confirmed registrations at most; no limit when it is not sent.")
        Integer capacity,

        @Schema(
                nullable = true,
                description = "Registrations of attendees begin as PENDING; false when it is not sent.")
        Boolean approvalRequired) {}
