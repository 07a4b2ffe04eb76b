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
import rapport.kit.edit.Change;
import rapport.kit.time.PlausibleYear;

@Schema(examples = "{\"zone\": \"Europe/Lisbon\", \"venue\": null}")
record EventChange(
        Change<@NotBlank @Size(max = 200) String> name,
        Change<@NotNull @Pattern(regexp = Slug.PATTERN) @Size(max = Slug.MAX) String> slug,
        Change<@NotNull EventKind> kind,
        Change<@NotNull @PlausibleYear LocalDateTime> startsAt,
        Change<@NotNull @PlausibleYear LocalDateTime> endsAt,
        Change<@NotBlank @Size(max = 64) String> zone,
        Change<@Size(max = 300) String> venue,
        Change<@Size(max = 500) @Pattern(regexp = EventDefaults.HTTPS) String> joinUrl,
        Change<@NotNull ContactMode> contactMode,
        Change<@NotNull @Min(0) @Max(3650) Integer> followUpWindowDays,
        Change<@NotNull @Min(1) @Max(3650) Integer> retentionDays,
        Change<@NotNull @Min(0) @Max(100) Integer> attendancePercent,
        Change<@Positive Integer> capacity,
        Change<@NotNull Boolean> approvalRequired) {}
