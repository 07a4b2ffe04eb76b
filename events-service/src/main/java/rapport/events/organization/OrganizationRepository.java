package rapport.events.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import rapport.kit.problem.NotFound;

@ApplicationScoped
class OrganizationRepository implements PanacheRepositoryBase<Organization, UUID> {

    Organization requireOwned(UUID id, String subject) {
        return find("id = ?1 and ownerSubject = ?2", id, subject)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("organization"));
    }

    /** The caller's organization, locked until the transaction ends. */
    Organization lockOwned(UUID id, String subject) {
        return find("id = ?1 and ownerSubject = ?2", id, subject)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("organization"));
    }

    List<Organization> owned(String subject, UUID after, int limit) {
        return find("ownerSubject = ?1 and id > ?2 order by id", subject, after)
                .page(0, limit)
                .list();
    }

    boolean slugTaken(String slug, UUID except) {
        return count("slug = ?1 and id <> ?2", slug, except) > 0;
    }
}
