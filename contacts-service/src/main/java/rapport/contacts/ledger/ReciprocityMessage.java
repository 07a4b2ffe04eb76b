package rapport.contacts.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** {@code reciprocity.changed.v1}: what an owner and a contact owe each other, for whoever prepares the next message. */
record ReciprocityMessage(
        UUID contactId, long version, String owner, List<OpenPromise> openPromises, Totals balance, Promises promises) {
    static final String TOPIC = "rapport.reciprocity.v1";
    static final String TYPE = "reciprocity.changed.v1";

    record OpenPromise(UUID entryId, Party by, String what, Instant madeAt, LocalDate dueOn) {}

    record Totals(int given, int received, int asked, int unthanked) {}

    /** How the owner's own promises ended, as far as they have. */
    record Promises(int keptByMe, int brokenByMe) {}

    /** What is said about a contact; the number comes when it is stored. */
    static ReciprocityMessage of(String owner, UUID contact, List<StoredEntry> entries) {
        // Nothing in here may depend on the day it is said: overdue is for the reader to see.
        Balance balance = Balance.of(entries.stream().map(StoredEntry::item).toList(), LocalDate.MIN);
        return new ReciprocityMessage(
                contact,
                0,
                owner,
                entries.stream()
                        .filter(e -> e.item().state() == EntryState.OPEN)
                        .map(e -> new OpenPromise(
                                e.id(),
                                e.item().party(),
                                e.what(),
                                e.item().happenedAt(),
                                e.item().dueOn()))
                        .sorted(Comparator.comparing(OpenPromise::dueOn).thenComparing(OpenPromise::entryId))
                        .toList(),
                new Totals(balance.given(), balance.received(), balance.asked(), balance.unthanked()),
                new Promises(ended(entries, EntryState.KEPT), ended(entries, EntryState.BROKEN)));
    }

    private static int ended(List<StoredEntry> entries, EntryState how) {
        return Math.toIntExact(entries.stream()
                .filter(e -> e.item().party() == Party.ME && e.item().state() == how)
                .count());
    }

    ReciprocityMessage numbered(long number) {
        return new ReciprocityMessage(contactId, number, owner, openPromises, balance, promises);
    }

    boolean isEmpty() {
        return openPromises.isEmpty() && balance.equals(new Totals(0, 0, 0, 0)) && promises.equals(new Promises(0, 0));
    }
}
