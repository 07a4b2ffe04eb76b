package rapport.contacts.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ledger entry as its owner sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LedgerEntry")
record EntryView(
        @Schema(required = true, examples = "019aa0f5-2d11-7d3e-9a52-3f6c0a2b9e01")
        UUID id,

        @Schema(required = true, description = "Grows with every change; the ETag is made from it.", examples = "1")
        long version,

        @Schema(required = true, examples = "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01")
        UUID contactId,

        @Schema(required = true, examples = "PROMISE") EntryKind kind,
        @Schema(required = true, examples = "ME") Party by,

        @Schema(required = true, examples = "Send the slides of the registry talk")
        String what,

        @Schema(required = true, examples = "2026-11-20T10:42:00Z")
        Instant happenedAt,

        @Schema(required = true, examples = "OPEN") EntryState state,

        @Schema(nullable = true, description = "Of promises: the last day in time.", examples = "2026-12-04")
        LocalDate dueOn,

        @Schema(required = true, description = "An open promise whose day has passed in the owner's zone.")
        boolean overdue,

        @Schema(nullable = true, description = "When it was kept, broken or cancelled.")
        Instant settledAt,

        @Schema(nullable = true, description = "The scan at which the promise was made.")
        UUID scanId) {

    static EntryView of(LedgerEntry entry, LocalDate today) {
        return new EntryView(
                entry.id(),
                entry.version(),
                entry.contactId(),
                entry.kind(),
                entry.party(),
                entry.what(),
                entry.happenedAt(),
                entry.state(),
                entry.dueOn(),
                entry.isOverdueOn(today),
                entry.settledAt(),
                entry.sourceId());
    }
}
