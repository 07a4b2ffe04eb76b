package rapport.contacts.cadence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import rapport.kit.problem.NotFound;

@ApplicationScoped
class TagCadenceRepository implements PanacheRepositoryBase<TagCadence, TagCadence.Key> {

    TagCadence require(String owner, UUID id) {
        return findByIdOptional(new TagCadence.Key(owner, id)).orElseThrow(() -> new NotFound("cadence"));
    }

    boolean hasTag(String owner, String tag) {
        return count("owner = ?1 and tag = ?2", owner, tag) > 0;
    }

    List<TagCadence> ofOwner(String owner) {
        return list("owner = ?1 order by tag", owner);
    }

    List<TagCadence> page(String owner, String afterTag, int fetch) {
        return find("owner = ?1 and tag > ?2 order by tag", owner, afterTag)
                .page(0, fetch)
                .list();
    }
}
