package rapport.contacts.cadence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.contacts.calendar.OwnerCalendar;
import rapport.contacts.calendar.ReminderSettings;

/** The reminders of an owner. They are computed whenever somebody asks, so there is nothing that could be out of date. */
@ApplicationScoped
public class Reminders {
    private final CandidateReader candidates;
    private final OwnerCalendar calendar;
    private final Clock clock;

    Reminders(CandidateReader candidates, OwnerCalendar calendar, Clock clock) {
        this.candidates = candidates;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param today the owner's day for which it was made */
    record Plan(LocalDate today, List<Reminder> reminders) {
        Optional<Reminder> of(UUID contact) {
            return reminders.stream()
                    .filter(r -> r.candidate().contactId().equals(contact))
                    .findFirst();
        }
    }

    Plan plan(String owner) {
        ReminderSettings settings = calendar.of(owner);
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        return new Plan(today, ReminderPlan.of(candidates.all(owner, settings.zone()), settings, today));
    }

    /** A reminder of today. */
    public record Due(UUID contactId, LocalDate dueOn, String because) {}

    /** Those that fall on today, in their order. */
    public List<Due> today(String owner) {
        Plan plan = plan(owner);
        return plan.reminders().stream()
                .takeWhile(r -> !r.plannedOn().isAfter(plan.today()))
                .map(r -> new Due(r.candidate().contactId(), r.candidate().dueOn(), r.because(plan.today())))
                .toList();
    }
}
