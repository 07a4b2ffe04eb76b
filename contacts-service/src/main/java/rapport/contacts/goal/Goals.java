package rapport.contacts.goal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import rapport.kit.problem.NotFound;

/** Goals by their owners. */
@ApplicationScoped
public class Goals implements PanacheRepositoryBase<Goal, Goal.Key> {

    public Goal require(String owner, UUID id) {
        return findByIdOptional(new Goal.Key(owner, id)).orElseThrow(() -> new NotFound("goal"));
    }

    /** Goals of anybody, for those who were asked to help with them. */
    public Map<UUID, Goal> withIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : list("id in ?1", List.copyOf(ids)).stream()
                        .collect(Collectors.toMap(Goal::id, Function.identity(), (one, other) -> one));
    }

    List<Goal> page(String owner, UUID after, int fetch) {
        return find("owner = ?1 and id > ?2 order by id", owner, after)
                .page(0, fetch)
                .list();
    }
}
