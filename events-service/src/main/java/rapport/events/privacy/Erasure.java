package rapport.events.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import rapport.events.person.Farewell;
import rapport.events.registration.PlacesFreed;
import rapport.events.sql.Sql;

/**
 * Erases a person: everything this service holds about them, and the possibility that somebody else brings them back. Doing it
 * again changes nothing.
 */
@ApplicationScoped
public class Erasure {
    /** In the order in which everybody else locks: events, addresses, people, registrations. */
    private static final String LOCK_EVENTS = """
            select id
            from   event
            where  id in (select event_id from registration where person_id = ?
                          union select event_id from speaker where person_id = ?)
            order  by id
            for update
            """;

    private static final String LOCK = "select coalesce(subject, '') as subject from person where id = ? for update";

    private static final String PEOPLE = "select id from person where subject = ? order by id";

    private static final String REGISTRATIONS =
            "select id, event_id from registration where person_id = ? order by id for update";

    /** Asked to work on an event, and not answered. */
    private static final String INVITATIONS = """
            update staff_invitation
            set    status = 'REVOKED', address = null, updated_at = now()
            where  status = 'OPEN' and address in (select address from person_email where person_id = ?)
            """;

    private record Registered(UUID id, UUID eventId) {}

    private final Sql sql;
    private final RegistrationsErased registrations;
    private final SpeakersErased speakers;
    private final AccountErased account;
    private final Farewell people;
    private final Event<PlacesFreed> freed;

    Erasure(
            Sql sql,
            RegistrationsErased registrations,
            SpeakersErased speakers,
            AccountErased account,
            Farewell people,
            Event<PlacesFreed> freed) {
        this.sql = sql;
        this.registrations = registrations;
        this.speakers = speakers;
        this.account = account;
        this.people = people;
        this.freed = freed;
    }

    /** Erases what an account did here, and whoever signs in as it: that may be more than its erasure's sender had heard of. */
    @Transactional(TxType.MANDATORY)
    public void eraseAccount(String subject) {
        sql.query(PEOPLE, row -> Sql.id(row, "id"), subject).forEach(this::erase);
        account.erase(subject);
    }

    @Transactional(TxType.MANDATORY)
    public void erase(UUID personId) {
        sql.query(LOCK_EVENTS, row -> 1, personId, personId);
        people.hold(List.of(personId));
        List<String> subject = sql.query(LOCK, row -> row.getString("subject"), personId);
        if (subject.isEmpty()) {
            return;
        }
        List<Registered> registered =
                sql.query(REGISTRATIONS, row -> new Registered(Sql.id(row, "id"), Sql.id(row, "event_id")), personId);
        registrations.delete(registered.stream().map(Registered::id).toList());
        speakers.erase(personId);
        if (!subject.getFirst().isEmpty()) {
            account.erase(subject.getFirst());
        }
        sql.update(INVITATIONS, personId);
        people.erase(personId);
        registered.stream().map(Registered::eventId).distinct().sorted().forEach(id -> freed.fire(new PlacesFreed(id)));
    }
}
