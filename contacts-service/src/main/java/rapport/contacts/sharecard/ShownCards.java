package rapport.contacts.sharecard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.kit.problem.NotFound;

/** Which card a person shows where. */
@ApplicationScoped
class ShownCards {
    private static final String USES = """
            select p.card_id, cast(null as uuid) as event_id
            from   person p
            where  p.id = :person and p.card_id is not null
            union  all
            select r.card_id, r.event_id
            from   registration r
            where  r.person_id = :person and r.card_id is not null
            order  by event_id
            """;

    private static final String BY_DEFAULT = "update person set card_id = :card where id = :person";

    private static final String AT = """
            update registration
            set    card_id = :card
            where  person_id = :person and event_id = :event and status <> 'DELETED'
            """;

    private static final String NOWHERE =
            "update registration set card_id = null where person_id = :person and event_id = :event";

    private static final String IN_USE = """
            select exists (select 1 from person where id = :person and card_id = :card)
                or exists (select 1 from registration where card_id = :card)
                or exists (select 1 from consent where card_id = :card)
            """;

    private static final String VERIFIED =
            "select count(*) from verified_address where person_id = :person and address = :address";

    private final EntityManager database;

    ShownCards(EntityManager database) {
        this.database = database;
    }

    /** @param events for which the card was chosen */
    record Use(boolean byDefault, List<UUID> events) {
        static final Use NONE = new Use(false, List.of());
    }

    Map<UUID, Use> of(UUID person) {
        var defaults = new HashMap<UUID, Use>();
        var events = new HashMap<UUID, List<UUID>>();
        for (Object row :
                database.createNativeQuery(USES).setParameter("person", person).getResultList()) {
            UUID card = (UUID) ((Object[]) row)[0];
            UUID event = (UUID) ((Object[]) row)[1];
            var at = events.computeIfAbsent(card, c -> new ArrayList<>());
            if (event == null) {
                defaults.put(card, new Use(true, at));
            } else {
                at.add(event);
                defaults.putIfAbsent(card, new Use(false, at));
            }
        }
        return defaults;
    }

    void byDefault(UUID person, UUID card) {
        database.createNativeQuery(BY_DEFAULT)
                .setParameter("person", person)
                .setParameter("card", card)
                .executeUpdate();
    }

    void at(UUID person, UUID event, UUID card) {
        int chosen = database.createNativeQuery(AT)
                .setParameter("person", person)
                .setParameter("event", event)
                .setParameter("card", card)
                .executeUpdate();
        if (chosen == 0) {
            throw new NotFound("registration");
        }
    }

    void defaultAt(UUID person, UUID event) {
        database.createNativeQuery(NOWHERE)
                .setParameter("person", person)
                .setParameter("event", event)
                .executeUpdate();
    }

    boolean inUse(UUID person, UUID card) {
        return (boolean) database.createNativeQuery(IN_USE)
                .setParameter("person", person)
                .setParameter("card", card)
                .getSingleResult();
    }

    boolean verified(UUID person, String address) {
        return ((Number) database.createNativeQuery(VERIFIED)
                                .setParameter("person", person)
                                .setParameter("address", address)
                                .getSingleResult())
                        .intValue()
                > 0;
    }
}
