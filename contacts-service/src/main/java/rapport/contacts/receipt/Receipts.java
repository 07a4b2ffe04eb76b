package rapport.contacts.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import rapport.kit.id.Ids;

/** Writes receipts. The database lets nobody change or delete one. */
@ApplicationScoped
public class Receipts {
    private static final String ADD = """
            insert into consent_receipt (id, person_id, holder, kind, through, event_id, card_id, card_version, fields, given_at)
            values (:id, :person, :holder, :kind, :through, cast(nullif(:event, '') as uuid), cast(nullif(:card, '') as uuid),
                    cast(nullif(:version, '') as bigint), string_to_array(:fields, ','), :now)
            """;

    // What registrations show is another thing now than the last receipt says; where it is not, nothing is written.
    private static final String CARDS_CHANGED = """
            insert into consent_receipt (person_id, kind, through, event_id, card_id, card_version, fields, given_at)
            select r.person_id, 'GRANTED', 'REGISTRATION', r.event_id, s.id, s.version, coalesce(s.shown, public_card()), :now
            from   registration r
            join   person p on p.id = r.person_id
            left   join share_card s on s.id = coalesce(r.card_id, p.card_id)
            left   join lateral (
                       select l.fields, l.card_id
                       from   consent_receipt l
                       where  l.person_id = r.person_id and l.event_id = r.event_id and l.holder is null
                       order  by l.id desc
                       limit  1) last on true
            where  r.person_id = :person and r.sharing = 'CARD' and r.withdrawn_at is null
            and    r.status not in ('CANCELLED', 'DELETED')
            and    (last.fields is distinct from coalesce(s.shown, public_card()) or last.card_id is distinct from s.id)
            """;

    private static final String REGISTRATIONS_WITHDRAWN = """
            with taken_back as (
                update registration
                set    withdrawn_at = :now
                where  person_id = :person and (:event = '' or event_id = cast(nullif(:event, '') as uuid))
                and    sharing = 'CARD' and withdrawn_at is null and status not in ('CANCELLED', 'DELETED')
                returning person_id, event_id, card_id
            )
            insert into consent_receipt (person_id, kind, through, event_id, card_id, card_version, fields, given_at)
            select t.person_id, 'WITHDRAWN', :through, t.event_id, s.id, s.version, coalesce(s.shown, public_card()), :now
            from   taken_back t
            join   person p on p.id = t.person_id
            left   join share_card s on s.id = coalesce(t.card_id, p.card_id)
            """;

    private final EntityManager database;
    private final Clock clock;

    Receipts(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What one holder was given, or what was taken back.
     *
     * @param event where they met, as far as it matters; may be null
     * @param card with its version; both null when it was no card of the person's own
     * @param fields names, no values
     */
    public record Told(
            UUID person,
            String holder,
            UUID event,
            UUID card,
            Long cardVersion,
            List<String> fields,
            Through through) {}

    /** Adds the receipt of a grant; returns its id. */
    @Transactional(TxType.MANDATORY)
    public UUID granted(Told told) {
        return add("GRANTED", told);
    }

    /** Adds the receipt of a withdrawal; returns its id. */
    @Transactional(TxType.MANDATORY)
    public UUID withdrawn(Told told) {
        return add("WITHDRAWN", told);
    }

    /** After the person has changed a card, or which one is shown where: those who see it by registration see something else. */
    @Transactional(TxType.MANDATORY)
    public void cardsChanged(UUID person) {
        database.createNativeQuery(CARDS_CHANGED)
                .setParameter("person", person)
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /**
     * Takes back what was chosen at registration, for all who come later.
     *
     * @param event null for all events
     */
    @Transactional(TxType.MANDATORY)
    public void registrationsWithdrawn(UUID person, UUID event, Through through) {
        database.createNativeQuery(REGISTRATIONS_WITHDRAWN)
                .setParameter("person", person)
                .setParameter("event", text(event))
                .setParameter("through", through.name())
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    private UUID add(String kind, Told told) {
        UUID id = Ids.next();
        database.createNativeQuery(ADD)
                .setParameter("id", id)
                .setParameter("person", told.person())
                .setParameter("holder", told.holder())
                .setParameter("kind", kind)
                .setParameter("through", told.through().name())
                .setParameter("event", text(told.event()))
                .setParameter("card", text(told.card()))
                .setParameter("version", text(told.cardVersion()))
                .setParameter("fields", String.join(",", told.fields()))
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return id;
    }

    /** Null is bound as an empty text: the driver would not know the type of a null. */
    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
