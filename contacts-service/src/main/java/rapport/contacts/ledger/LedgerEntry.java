package rapport.contacts.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** One thing that was asked, offered, promised, given, received or thanked for. */
@Entity
@Table(name = "ledger_entry")
@IdClass(LedgerEntry.Key.class)
class LedgerEntry {
    record Key(String owner, UUID id) implements Serializable {}

    @Id
    private String owner;

    @Id
    private UUID id;

    @Column(name = "contact_id")
    private UUID contactId;

    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "by_whom")
    private Party party;

    private String what;

    @Column(name = "happened_at")
    private Instant happenedAt;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private EntryState state;

    @Column(name = "settled_at")
    private Instant settledAt;

    @Column(name = "source_id")
    private UUID sourceId;

    private long version;

    protected LedgerEntry() {}

    /** @param dueOn the day by which a promise is due when nobody said one */
    LedgerEntry(String owner, UUID id, UUID contactId, NewEntry told, LocalDate usuallyDue, Instant now) {
        if (!told.kind().allows(told.party())) {
            throw new LedgerRefused.WrongParty(told.kind());
        }
        if (told.dueOn() != null && told.kind() != EntryKind.PROMISE) {
            throw new LedgerRefused.OnlyPromisesAreDue();
        }
        Instant at = told.happenedAt() == null ? now : told.happenedAt();
        if (at.isAfter(now.plus(5, ChronoUnit.MINUTES))) {
            throw new LedgerRefused.InTheFuture();
        }
        this.owner = owner;
        this.id = id;
        this.contactId = contactId;
        this.kind = told.kind();
        this.party = told.party();
        this.what = told.what().strip();
        this.happenedAt = at.truncatedTo(ChronoUnit.MICROS);
        if (kind == EntryKind.PROMISE) {
            dueOn = told.dueOn() == null ? usuallyDue : told.dueOn();
            state = EntryState.OPEN;
        } else {
            state = EntryState.RECORDED;
        }
        this.version = 1;
    }

    void change(EntryChange change) {
        if (state.isFinal()) {
            throw new LedgerRefused.NotPossible(state);
        }
        if (change.dueOn().isPresent() && kind != EntryKind.PROMISE) {
            throw new LedgerRefused.OnlyPromisesAreDue();
        }
        what = change.what().or(what).strip();
        dueOn = change.dueOn().or(dueOn);
        version++;
    }

    /** Ends it like this; returns whether it had not ended so before. */
    boolean settle(EntryState outcome, Instant now) {
        if (state == outcome) {
            return false;
        }
        boolean possible = state == EntryState.OPEN || state == EntryState.RECORDED && outcome == EntryState.CANCELLED;
        if (!possible) {
            throw new LedgerRefused.NotPossible(state);
        }
        state = outcome;
        settledAt = now;
        version++;
        return true;
    }

    /** Whether this is what was told under the same id before; what was edited since does not matter. */
    boolean isToldBy(NewEntry told) {
        return kind == told.kind() && party == told.party() && sourceId == null;
    }

    boolean isOverdueOn(LocalDate day) {
        return state == EntryState.OPEN && dueOn.isBefore(day);
    }

    String owner() {
        return owner;
    }

    UUID id() {
        return id;
    }

    UUID contactId() {
        return contactId;
    }

    EntryKind kind() {
        return kind;
    }

    Party party() {
        return party;
    }

    String what() {
        return what;
    }

    Instant happenedAt() {
        return happenedAt;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    EntryState state() {
        return state;
    }

    Instant settledAt() {
        return settledAt;
    }

    UUID sourceId() {
        return sourceId;
    }

    long version() {
        return version;
    }
}
