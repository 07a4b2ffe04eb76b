package rapport.contacts.cadence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The cadence that counts for a contact. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ContactCadence")
record CadenceView(
        @Schema(required = true, examples = "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01")
        UUID contactId,

        @Schema(required = true, description = "0 as long as nothing was said about this contact.", examples = "1")
        long version,

        @Schema(required = true, description = "Where it comes from.", examples = "CONTACT")
        Origin origin,

        @Schema(nullable = true, description = "The tag it comes from.")
        String tag,

        @Schema(nullable = true, examples = "30") Integer idealDays,
        @Schema(nullable = true, examples = "60") Integer maximumDays,
        @Schema(nullable = true) LocalDate snoozedUntil,

        @Schema(nullable = true, description = "The next reminder; absent without a cadence.")
        ReminderView next) {

    /** Where a cadence comes from. */
    enum Origin {
        /** The owner's word about this contact, which beats every tag. */
        CONTACT,
        /** The tightest cadence of its tags. */
        TAG,
        NONE
    }

    static CadenceView of(UUID contact, ContactCadence said, Reminder next, LocalDate today) {
        Rhythm rhythm = next == null ? null : next.candidate().rhythm();
        Origin origin = said.hasDays() ? Origin.CONTACT : rhythm == null ? Origin.NONE : Origin.TAG;
        return new CadenceView(
                contact,
                said.version(),
                origin,
                rhythm == null ? null : rhythm.tag(),
                rhythm == null ? null : Integer.valueOf(rhythm.idealDays()),
                rhythm == null ? null : Integer.valueOf(rhythm.maximumDays()),
                said.snoozedUntil(),
                next == null ? null : ReminderView.of(next, today));
    }
}
