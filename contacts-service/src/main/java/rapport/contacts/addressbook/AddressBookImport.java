package rapport.contacts.addressbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import rapport.contacts.contact.ContactBookPages;
import rapport.contacts.contact.ContactTable;
import rapport.contacts.contact.StoredContact;
import rapport.contacts.erased.ErasedIdentities;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.ProblemKind;

/** Takes an address book in, in one transaction. What it says was typed by nobody else than its owner. */
@ApplicationScoped
class AddressBookImport {
    static final int MAX_ROWS = 5_000;

    private final DataSource database;
    private final ContactTable contacts;
    private final ImportTable table;
    private final ContactBookPages pages;
    private final ErasedIdentities erased;
    private final Clock clock;

    AddressBookImport(
            DataSource database,
            ContactTable contacts,
            ImportTable table,
            ContactBookPages pages,
            ErasedIdentities erased,
            Clock clock) {
        this.database = database;
        this.contacts = contacts;
        this.table = table;
        this.pages = pages;
        this.erased = erased;
        this.clock = clock;
    }

    /** @param dryRun only tell what would happen */
    @Transactional
    public ImportReport run(String owner, List<Row> rows, boolean dryRun) {
        if (rows.size() > MAX_ROWS) {
            throw new TooManyRows();
        }
        try (Connection connection = database.getConnection()) {
            contacts.lockOwners(connection, List.of(owner));
            Plan plan = plan(connection, owner, rows);
            var results = new ArrayList<RowResult>();
            rows.forEach(row -> results.add(plan.decide(row)));
            if (!dryRun) {
                contacts.write(connection, plan.changed(), plan.notes());
                return ImportReport.of(false, results);
            }
            return ImportReport.of(
                    true,
                    results.stream().map(result -> withoutNew(plan, result)).toList());
        } catch (SQLException failure) {
            throw new IllegalStateException("an address book could not be imported", failure);
        }
    }

    private Plan plan(Connection connection, String owner, List<Row> rows) throws SQLException {
        Set<String> asked = new HashSet<>();
        Set<String> certain = new HashSet<>();
        for (Row row : rows) {
            if (row.entry() != null) {
                asked.add(row.entry().source());
                asked.addAll(Plan.identifying(row.entry()));
                certain.addAll(Plan.certain(row.entry()));
            }
        }
        Map<String, Set<UUID>> known = table.find(connection, owner, asked);
        Set<UUID> ids = known.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        List<StoredContact> found = table.contacts(connection, owner, ids);
        var exported = new HashMap<UUID, Entry>();
        Set<UUID> own = asked.stream()
                .filter(source -> source.startsWith(VCardText.UID))
                .flatMap(source -> known.getOrDefault(source, Set.of()).stream())
                .collect(Collectors.toSet());
        pages.of(owner, own).forEach(view -> exported.put(view.id(), VCardText.entry(view)));
        return new Plan(owner, clock.instant(), known, exported, found, erased.among(connection, certain));
    }

    private static RowResult withoutNew(Plan plan, RowResult result) {
        return plan.isNew(result.contactId())
                ? new RowResult(result.row(), result.outcome(), null, result.remarks())
                : result;
    }

    private static final class TooManyRows extends DomainException {
        TooManyRows() {
            super(
                    ProblemKind.UNPROCESSABLE,
                    "too-many-rows",
                    "A file may have " + MAX_ROWS + " rows; send the others in a further file.");
        }
    }
}
