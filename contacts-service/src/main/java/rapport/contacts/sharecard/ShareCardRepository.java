package rapport.contacts.sharecard;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import rapport.kit.problem.NotFound;

@ApplicationScoped
class ShareCardRepository implements PanacheRepositoryBase<ShareCard, UUID> {

    ShareCard require(UUID person, UUID id) {
        return find("personId = ?1 and id = ?2", person, id)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("card"));
    }

    long ofPerson(UUID person) {
        return count("personId", person);
    }

    boolean taken(UUID person, String name, UUID by) {
        return count("personId = ?1 and name = ?2 and id <> ?3", person, name, by) > 0;
    }

    List<ShareCard> page(UUID person, UUID after, int fetch) {
        return find("personId = ?1 and id > ?2 order by id", person, after)
                .page(0, fetch)
                .list();
    }
}
