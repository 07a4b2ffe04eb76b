package rapport.contacts.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import rapport.contacts.calendar.OwnerCalendar;
import rapport.contacts.contact.ContactBook;
import rapport.kit.edit.ETags;
import rapport.kit.id.Ids;

/** Keeps the ledger. The owner's lock keeps contacts where they are until the commit. */
@ApplicationScoped
class LedgerService {
    private final LedgerRepository ledger;
    private final ContactBook contacts;
    private final OwnerCalendar calendar;
    private final LedgerConfig config;
    private final Clock clock;

    LedgerService(
            LedgerRepository ledger, ContactBook contacts, OwnerCalendar calendar, LedgerConfig config, Clock clock) {
        this.ledger = ledger;
        this.contacts = contacts;
        this.calendar = calendar;
        this.config = config;
        this.clock = clock;
    }

    /** @param fresh false when it was there already */
    record Recorded(LedgerEntry entry, boolean fresh) {}

    @Transactional
    Recorded record(String owner, UUID contactId, NewEntry told) {
        contacts.lock(owner);
        ContactBook.Entry contact = contacts.require(owner, contactId);
        UUID id = told.entryId() == null ? Ids.next() : told.entryId();
        Optional<LedgerEntry> known = ledger.find(owner, id);
        if (known.isPresent()) {
            if (!known.get().isToldBy(told)) {
                throw new LedgerRefused.IdReused();
            }
            return new Recorded(known.get(), false);
        }
        var usuallyDue = calendar.today(owner).plusDays(config.promiseDays());
        var entry = new LedgerEntry(owner, id, contact.id(), told, usuallyDue, clock.instant());
        ledger.persist(entry);
        contacts.touched(owner, contact.id());
        return new Recorded(entry, true);
    }

    @Transactional
    LedgerEntry change(String owner, UUID id, String ifMatch, EntryChange change) {
        contacts.lock(owner);
        LedgerEntry entry = ledger.require(owner, id);
        ETags.require(ifMatch, entry.version());
        entry.change(change);
        contacts.touched(owner, entry.contactId());
        return entry;
    }

    /** Ends a promise, or takes back what was a slip. The same end again changes nothing. */
    @Transactional
    LedgerEntry settle(String owner, UUID id, EntryState outcome) {
        contacts.lock(owner);
        LedgerEntry entry = ledger.require(owner, id);
        if (entry.settle(outcome, clock.instant())) {
            contacts.touched(owner, entry.contactId());
        }
        return entry;
    }
}
