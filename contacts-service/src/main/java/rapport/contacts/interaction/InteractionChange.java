package rapport.contacts.interaction;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import rapport.kit.edit.Change;
import rapport.kit.time.PlausibleYear;

/** A merge patch of an interaction that the owner wrote down. */
record InteractionChange(
        Change<@NotNull InteractionKind> kind,
        Change<@NotNull Direction> direction,
        Change<@NotNull @PlausibleYear Instant> occurredAt,
        Change<@Size(max = 10_000) String> note) {}
