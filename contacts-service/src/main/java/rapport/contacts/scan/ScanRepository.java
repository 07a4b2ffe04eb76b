package rapport.contacts.scan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Scans as their owners read them, in the order of their ids, which phones make by time. */
@ApplicationScoped
class ScanRepository implements PanacheRepositoryBase<StoredScan, StoredScan.Key> {

    List<StoredScan> page(String owner, Outcome outcome, UUID after, int fetch) {
        return outcome == null
                ? find("owner = ?1 and scanId > ?2 order by scanId", owner, after)
                        .page(0, fetch)
                        .list()
                : find("owner = ?1 and scanId > ?2 and outcome = ?3 order by scanId", owner, after, outcome)
                        .page(0, fetch)
                        .list();
    }
}
