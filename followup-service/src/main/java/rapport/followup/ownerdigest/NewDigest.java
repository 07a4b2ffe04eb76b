package rapport.followup.ownerdigest;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When one wants to be told what needs one. */
@Schema(name = "NewOwnerDigest")
record NewDigest(
        @NotNull Frequency frequency,

        @Schema(nullable = true, description = "For WEEKLY; MONDAY unless given.")
        DayOfWeek weekday,

        @JsonFormat(pattern = "HH:mm")
        @Schema(nullable = true, implementation = String.class, description = "07:30 unless given.", examples = "07:30")
        LocalTime at,

        @NotNull @Schema(description = "An IANA time zone.", examples = "Europe/Vienna")
        String zone) {}
