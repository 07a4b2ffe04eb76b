package rapport.contacts.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** An entry as the set-based statements read it. */
record StoredEntry(UUID id, UUID contactId, String what, Balance.Item item) {
    static final String COLUMNS =
            "e.id, e.contact_id, e.what, e.kind, e.by_whom, e.state, e.happened_at, e.settled_at, e.due_on";

    static StoredEntry read(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getObject("id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getString("what"),
                new Balance.Item(
                        EntryKind.valueOf(row.getString("kind")),
                        Party.valueOf(row.getString("by_whom")),
                        EntryState.valueOf(row.getString("state")),
                        instant(row, "happened_at"),
                        instant(row, "settled_at"),
                        row.getObject("due_on", LocalDate.class)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
