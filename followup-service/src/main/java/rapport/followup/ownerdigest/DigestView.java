package rapport.followup.ownerdigest;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When one is told what needs one. It goes to the address that the sign-in vouched for when this was set. */
@Schema(name = "OwnerDigest")
record DigestView(
        long version,
        Frequency frequency,
        DayOfWeek weekday,

        @JsonFormat(pattern = "HH:mm") @Schema(implementation = String.class, examples = "07:30")
        LocalTime at,

        String zone,

        @Schema(description = "Nothing is sent then if nothing needs one.")
        Instant nextAt) {

    static DigestView of(Setting setting) {
        var rhythm = setting.rhythm();
        return new DigestView(
                setting.version(),
                rhythm.frequency(),
                rhythm.weekday(),
                rhythm.at(),
                rhythm.zone().getId(),
                setting.nextAt());
    }
}
