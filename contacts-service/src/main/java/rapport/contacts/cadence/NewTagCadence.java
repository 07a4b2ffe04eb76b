package rapport.contacts.cadence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cadence for everybody who carries a tag. */
record NewTagCadence(
        @NotBlank @Size(max = 50) @Schema(examples = "mentor")
        String tag,

        @NotNull @Min(1) @Max(3650) @Schema(examples = "30") Integer idealDays,
        @NotNull @Min(1) @Max(3650) @Schema(examples = "60") Integer maximumDays) {

    CadenceDays days() {
        return new CadenceDays(idealDays, maximumDays);
    }
}
