package rapport.contacts.sharecard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import rapport.kit.problem.NotFound;

/** Cards, for those who give them. */
@ApplicationScoped
public class ShareCards {
    private static final String FIND = """
            select s.version, array_to_string(s.shown, ',') as shown
            from   share_card s
            where  s.person_id = :person and s.id = :card
            """;

    private final EntityManager database;

    ShareCards(EntityManager database) {
        this.database = database;
    }

    /**
     * What a card shows at the moment.
     *
     * @param fields the names of the fields, without values
     */
    public record Shown(UUID id, long version, List<String> fields) {}

    /** A card of the person's own. */
    public Shown require(UUID person, UUID card) {
        List<?> found = database.createNativeQuery(FIND, Tuple.class)
                .setParameter("person", person)
                .setParameter("card", card)
                .getResultList();
        if (found.isEmpty()) {
            throw new NotFound("card");
        }
        Tuple row = (Tuple) found.getFirst();
        return new Shown(
                card,
                row.get("version", Number.class).longValue(),
                List.of(row.get("shown", String.class).split(",")));
    }
}
