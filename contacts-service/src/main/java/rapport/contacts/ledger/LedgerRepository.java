package rapport.contacts.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.kit.problem.NotFound;

@ApplicationScoped
class LedgerRepository implements PanacheRepositoryBase<LedgerEntry, LedgerEntry.Key> {

    Optional<LedgerEntry> find(String owner, UUID id) {
        return findByIdOptional(new LedgerEntry.Key(owner, id));
    }

    LedgerEntry require(String owner, UUID id) {
        return find(owner, id).orElseThrow(() -> new NotFound("ledger entry"));
    }

    /** The latest first. The bound that holds for all of a page's rows is what the index is entered by. */
    List<LedgerEntry> page(String owner, UUID contact, Instant before, UUID beforeId, int fetch) {
        return find("""
                        owner = ?1 and contactId = ?2 and happenedAt <= ?3 and (happenedAt < ?3 or id < ?4)
                        order by happenedAt desc, id desc""", owner, contact, before, beforeId).page(0, fetch).list();
    }

    /** Open promises of one side, those that are due first first. */
    List<LedgerEntry> open(String owner, Party by, LocalDate after, UUID afterId, LocalDate until, int fetch) {
        return find("""
                        owner = ?1 and state = 'OPEN' and party = ?2 and dueOn >= ?3 and (dueOn > ?3 or id > ?4)
                        and dueOn <= ?5
                        order by dueOn, id""", owner, by, after, afterId, until).page(0, fetch).list();
    }

    Balance balance(String owner, UUID contact, LocalDate today) {
        return Balance.of(
                find("owner = ?1 and contactId = ?2", owner, contact)
                        .project(Balance.Item.class)
                        .list(),
                today);
    }
}
