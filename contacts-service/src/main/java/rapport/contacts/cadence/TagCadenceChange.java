package rapport.contacts.cadence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import rapport.kit.edit.Change;

/** A merge patch of a tag's cadence. */
record TagCadenceChange(
        Change<@NotNull @Min(1) @Max(3650) Integer> idealDays,
        Change<@NotNull @Min(1) @Max(3650) Integer> maximumDays) {

    CadenceDays of(Rhythm current) {
        return new CadenceDays(idealDays.or(current.idealDays()), maximumDays.or(current.maximumDays()));
    }
}
