package rapport.contacts.interaction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.kit.problem.NotFound;

@ApplicationScoped
class InteractionRepository implements PanacheRepositoryBase<Interaction, Interaction.Key> {

    Optional<Interaction> find(String owner, UUID id) {
        return findByIdOptional(new Interaction.Key(owner, id));
    }

    Interaction require(String owner, UUID id) {
        return find(owner, id).filter(i -> !i.isRemoved()).orElseThrow(() -> new NotFound("interaction"));
    }

    /** The latest first. The bound that holds for all of a page's rows is what the index is entered by. */
    List<Interaction> page(String owner, UUID contact, Instant before, UUID beforeId, int fetch) {
        return find("""
                        owner = ?1 and contactId = ?2 and removedAt is null
                        and occurredAt <= ?3 and (occurredAt < ?3 or id < ?4)
                        order by occurredAt desc, id desc""", owner, contact, before, beforeId).page(0, fetch).list();
    }
}
