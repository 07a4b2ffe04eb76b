package rapport.contacts.ledger;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import rapport.kit.edit.Change;
import rapport.kit.time.PlausibleYear;

/** A merge patch of a ledger entry. What it is about and by when; how it ended is told by its own operations. */
record EntryChange(Change<@NotBlank @Size(max = 500) String> what, Change<@NotNull @PlausibleYear LocalDate> dueOn) {}
