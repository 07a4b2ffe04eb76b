package rapport.contacts.ledger;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.time.PlausibleYear;

/** An entry for the ledger of a contact. */
record NewEntry(
        @Schema(
                nullable = true,
                description = "UUIDv7 made by the device: the same entry is sent with the same id, however often."
                        + " Left out, the service makes one.",
                examples = "019aa0f5-2d11-7d3e-9a52-3f6c0a2b9e01")
        UUID entryId,

        @NotNull @Schema(examples = "PROMISE") EntryKind kind,

        @Schema(
                nullable = true,
                description = "Who did it. Left out: the owner, for RECEIVED the contact.",
                examples = "ME")
        Party by,

        @NotBlank
        @Size(max = 500)
        @Schema(description = "No patient data, please.", examples = "Send the slides of the registry talk")
        String what,

        @PlausibleYear
        @Schema(
                nullable = true,
                description = "Left out: now. May be long ago.",
                examples = "2026-11-20T11:42:00+01:00")
        Instant happenedAt,

        @PlausibleYear
        @Schema(
                nullable = true,
                description = "For promises only: the last day on which it is kept in time, in the owner's zone."
                        + " Left out: two weeks after it was made.",
                examples = "2026-12-04")
        LocalDate dueOn) {

    Party party() {
        return by == null ? kind.usualParty() : by;
    }
}
