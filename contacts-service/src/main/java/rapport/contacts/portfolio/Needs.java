package rapport.contacts.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import rapport.contacts.cadence.Reminders;
import rapport.contacts.calendar.OwnerCalendar;

/** Gathers who needs the owner. It is a list of things to do, each with its contact; nothing counts or ranks people. */
@ApplicationScoped
class Needs {
    private static final int SOON_DAYS = 7;
    private static final int ANSWERABLE_DAYS = 60;

    private static final String PROMISES = """
            select contact_id, what, due_on
            from   ledger_entry
            where  owner = :owner and state = 'OPEN' and by_whom = 'ME' and due_on <= :until
            """;

    private static final String AWAITED = """
            select i.contact_id, i.occurred_at
            from   interaction i
            where  i.owner = :owner and i.removed_at is null and i.direction = 'INBOUND' and i.occurred_at > :since
            and    not exists (select 1
                               from   interaction later
                               where  later.owner = i.owner and later.contact_id = i.contact_id and later.removed_at is null
                               and    (later.occurred_at, later.id) > (i.occurred_at, i.id))
            """;

    private static final String COOLING = """
            select c.id
            from   contact_depth d
            join   contact c on c.owner = d.owner and c.id = d.contact_id and c.merged_into is null and c.deleted_at is null
            where  d.owner = :owner and d.band = 'COOLING' and cast(c.state -> 'rating' ->> 'value' as int) >= 4
            """;

    private final EntityManager database;
    private final Reminders reminders;
    private final OwnerCalendar calendar;
    private final Clock clock;

    Needs(EntityManager database, Reminders reminders, OwnerCalendar calendar, Clock clock) {
        this.database = database;
        this.reminders = reminders;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** One thing that one contact needs. */
    record One(UUID contactId, Need need, LocalDate since, String because) {}

    /** A contact with everything it needs, the weightiest first. */
    record Needy(UUID contactId, List<One> needs) {
        private static final Comparator<One> WEIGHT =
                Comparator.comparing(One::need).thenComparing(One::since).thenComparing(One::because);

        Needy {
            needs = needs.stream().sorted(WEIGHT).toList();
        }

        One first() {
            return needs.getFirst();
        }
    }

    /** Everybody who needs the owner, by what they need and since when. */
    List<Needy> of(String owner) {
        LocalDate today = calendar.today(owner);
        var all = new ArrayList<One>();
        promises(owner, today, all);
        awaited(owner, all);
        reminders.today(owner).forEach(r -> all.add(new One(r.contactId(), Need.REMINDER, r.dueOn(), r.because())));
        cooling(owner, today, all);
        return all.stream().collect(Collectors.groupingBy(One::contactId)).entrySet().stream()
                .map(contact -> new Needy(contact.getKey(), contact.getValue()))
                .sorted(Comparator.comparing((Needy n) -> n.first().need())
                        .thenComparing(n -> n.first().since())
                        .thenComparing(Needy::contactId))
                .toList();
    }

    private void promises(String owner, LocalDate today, List<One> all) {
        for (Object row : database.createNativeQuery(PROMISES, Tuple.class)
                .setParameter("owner", owner)
                .setParameter("until", today.plusDays(SOON_DAYS))
                .getResultList()) {
            Tuple promise = (Tuple) row;
            LocalDate due = promise.get("due_on", LocalDate.class);
            boolean overdue = due.isBefore(today);
            all.add(new One(
                    promise.get("contact_id", UUID.class),
                    overdue ? Need.PROMISE_OVERDUE : Need.PROMISE_DUE,
                    due,
                    "You promised: " + promise.get("what", String.class) + " (" + (overdue ? "was due " : "due ") + due
                            + ")."));
        }
    }

    private void awaited(String owner, List<One> all) {
        for (Object row : database.createNativeQuery(AWAITED, Tuple.class)
                .setParameter("owner", owner)
                .setParameter("since", clock.instant().minus(ANSWERABLE_DAYS, ChronoUnit.DAYS))
                .getResultList()) {
            Tuple last = (Tuple) row;
            LocalDate day = LocalDate.ofInstant(last.get("occurred_at", Instant.class), ZoneOffset.UTC);
            all.add(new One(
                    last.get("contact_id", UUID.class),
                    Need.ANSWER_AWAITED,
                    day,
                    "They were in touch on " + day + ", and nothing went back since."));
        }
    }

    private void cooling(String owner, LocalDate today, List<One> all) {
        for (Object id : database.createNativeQuery(COOLING, UUID.class)
                .setParameter("owner", owner)
                .getResultList()) {
            all.add(new One((UUID) id, Need.COOLING, today, "You rated this contact high, and it grows cold."));
        }
    }
}
