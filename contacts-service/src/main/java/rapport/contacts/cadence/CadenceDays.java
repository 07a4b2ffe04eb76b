package rapport.contacts.cadence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Fault;
import rapport.kit.problem.ProblemKind;

/** How often to be in touch. */
record CadenceDays(
        @NotNull
        @Min(1)
        @Max(3650)
        @Schema(description = "Days after the last interaction on which a reminder is due.", examples = "30")
        Integer idealDays,

        @NotNull
        @Min(1)
        @Max(3650)
        @Schema(description = "Days after which it should have happened; not below idealDays.", examples = "60")
        Integer maximumDays) {

    /** What single values cannot tell. */
    void check() {
        if (maximumDays < idealDays) {
            throw new BelowIdeal();
        }
    }

    private static final class BelowIdeal extends DomainException {
        BelowIdeal() {
            super(
                    ProblemKind.UNPROCESSABLE,
                    "maximum-below-ideal",
                    "The maximum is not below the ideal.",
                    List.of(new Fault("/maximumDays", "maximum-below-ideal", "Must not be below idealDays.")));
        }
    }
}
