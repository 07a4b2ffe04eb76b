package rapport.contacts.cadence;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.time.PlausibleYear;

/** Puts the reminder of a contact off. */
record Snooze(
        @NotNull
        @PlausibleYear
        @Schema(description = "No reminder before this day, in the owner's zone.", examples = "2027-01-11")
        LocalDate until) {}
