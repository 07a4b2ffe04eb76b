package rapport.contacts.cadence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import rapport.contacts.calendar.ReminderSettings;

/**
 * Spreads reminders over days, so that no day has more than the owner can do. On each day go first those that are later than their
 * maximum, then the more important ones, then those that were due first; the id decides the rest. The same contacts give the same plan,
 * in whatever order they are given. Plain memory.
 */
final class ReminderPlan {
    private static final Comparator<Candidate> BY_IMPORTANCE = Comparator.comparingInt(Candidate::importance)
            .reversed()
            .thenComparing(Candidate::dueOn)
            .thenComparing(Candidate::latestOn)
            .thenComparing(Candidate::contactId);

    private static final Comparator<Candidate> BY_DAY =
            Comparator.comparing(Candidate::wantedOn).thenComparing(BY_IMPORTANCE);

    private static final Comparator<Candidate> BY_LATEST =
            Comparator.comparing(Candidate::latestOn).thenComparing(Candidate::contactId);

    private final ReminderSettings settings;
    private final LocalDate today;
    private final PriorityQueue<Candidate> late = new PriorityQueue<>(BY_IMPORTANCE);
    private final PriorityQueue<Candidate> waiting = new PriorityQueue<>(BY_IMPORTANCE);
    private final PriorityQueue<Candidate> waitingByLatest = new PriorityQueue<>(BY_LATEST);
    private final Set<UUID> planned = new HashSet<>();
    private final List<Reminder> reminders = new ArrayList<>();

    private ReminderPlan(ReminderSettings settings, LocalDate today) {
        this.settings = settings;
        this.today = today;
    }

    /** All reminders in the order of their days; none lies before today. */
    static List<Reminder> of(Collection<Candidate> candidates, ReminderSettings settings, LocalDate today) {
        var plan = new ReminderPlan(settings, today);
        plan.fill(candidates.stream().sorted(BY_DAY).toList());
        return List.copyOf(plan.reminders);
    }

    private void fill(List<Candidate> candidates) {
        int next = 0;
        LocalDate day = today;
        while (planned.size() < candidates.size()) {
            if (planned.size() == next) {
                // Nobody waits: on to the next day on which somebody does.
                day = latest(day, candidates.get(next).wantedOn());
            }
            day = possible(day);
            while (next < candidates.size() && !candidates.get(next).wantedOn().isAfter(day)) {
                waiting.add(candidates.get(next));
                waitingByLatest.add(candidates.get(next));
                next++;
            }
            promoteLate(day);
            for (int i = 0; i < settings.perDay() && planned.size() < next; i++) {
                plan(day);
            }
            day = day.plusDays(1);
        }
    }

    private void promoteLate(LocalDate day) {
        while (!waitingByLatest.isEmpty() && waitingByLatest.peek().latestOn().isBefore(day)) {
            Candidate candidate = waitingByLatest.poll();
            if (!planned.contains(candidate.contactId())) {
                late.add(candidate);
            }
        }
    }

    private void plan(LocalDate day) {
        Candidate candidate = late.isEmpty() ? waiting.poll() : late.poll();
        // Who became late stands in both queues.
        while (!planned.add(candidate.contactId())) {
            candidate = waiting.poll();
        }
        reminders.add(new Reminder(candidate, possible(latest(today, candidate.wantedOn())), day));
    }

    private LocalDate possible(LocalDate day) {
        LocalDate possible = day;
        while (!settings.days().contains(possible.getDayOfWeek())) {
            possible = possible.plusDays(1);
        }
        return possible;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
