package rapport.events.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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

    List<Organization> owned(String subject, UUID after, int limit) {
        return find("ownerSubject = ?1 and id > ?2 order by id", subject, after)
                .page(0, limit)
                .list();
    }

    boolean slugTaken(String slug) {
        return count("slug", slug) > 0;
    }
}
