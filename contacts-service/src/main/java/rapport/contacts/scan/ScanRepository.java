package rapport.contacts.scan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Scans as their owners read them, in the order of their ids, which phones make by time. */
@ApplicationScoped
class ScanRepository implements PanacheRepositoryBase<StoredScan, StoredScan.Key> {

    List<StoredScan> page(String owner, UUID after, int fetch) {
        return find("owner = ?1 and scanId > ?2 order by scanId", owner, after)
                .page(0, fetch)
                .list();
    }

    /** @param end the last id that may be looked at */
    List<StoredScan> page(String owner, Outcome outcome, UUID after, UUID end, int fetch) {
        return find(
                        "owner = ?1 and scanId > ?2 and scanId <= ?3 and outcome = ?4 order by scanId",
                        owner,
                        after,
                        end,
                        outcome)
                .page(0, fetch)
                .list();
    }

    /** The end of a stretch of so many scans after an id; empty when the owner has no more than these. */
    Optional<UUID> endOfStretch(String owner, UUID after, int scans) {
        List<UUID> ids = getEntityManager()
                .createQuery(
                        "select scanId from StoredScan where owner = :owner and scanId > :after order by scanId",
                        UUID.class)
                .setParameter("owner", owner)
                .setParameter("after", after)
                .setFirstResult(scans - 1)
                .setMaxResults(2)
                .getResultList();
        return ids.size() < 2 ? Optional.empty() : Optional.of(ids.getFirst());
    }
}
