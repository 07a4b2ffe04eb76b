package rapport.followup.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import rapport.followup.decision.FairQueue.Waiting;
import rapport.followup.window.Hours;
import rapport.followup.window.WorkingWindow;

class FairQueueTest {

    /** A Wednesday, 10:00 in Berlin. */
    private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");

    private static final List<WorkingWindow> WEEKDAYS = List.of(new WorkingWindow(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Hours.of("08:00", "18:00"), ZoneId.of("Europe/Berlin")));

    @Test
    void eachSenderHasOneTurnBeforeAnybodyHasTwo() {
        var waiting = List.of(
                message("maya", 1), message("maya", 2), message("maya", 3), message("ben", 9), message("chen", 5));

        assertThat(FairQueue.order(waiting))
                .extracting(Waiting::sender)
                .containsExactly("maya", "chen", "ben", "maya", "maya");
    }

    @Test
    void aTurnThatWasHadLastWeekCounts() {
        var again = new Waiting(new UUID(1, 1), "maya", 1, false, NOW.minusSeconds(9999), null, WEEKDAYS);

        assertThat(FairQueue.order(List.of(again, message("ben", 9))))
                .extracting(Waiting::sender)
                .containsExactly("ben", "maya");
    }

    @Test
    void anAnswerGoesBeforeWhatNobodyAskedFor() {
        var answer = new Waiting(new UUID(1, 9), "ben", 0, true, NOW, null, WEEKDAYS);

        assertThat(FairQueue.order(List.of(message("maya", 1), answer)))
                .extracting(Waiting::sender)
                .containsExactly("ben", "maya");
    }

    @Test
    void aHundredStudentsAreSpreadOverTwentyWeeks() {
        var waiting = new ArrayList<Waiting>();
        for (int i = 0; i < 100; i++) {
            waiting.add(message("student-" + i, i));
        }

        Map<UUID, Instant> places = FairQueue.places(Allowance.weekly(5), List.of(), waiting, NOW);

        assertThat(places.values()).filteredOn(NOW::equals).hasSize(5);
        for (int week = 0; week < 20; week++) {
            Instant from = NOW.plus(Duration.ofDays(7L * week));
            assertThat(places.values())
                    .filteredOn(at -> !at.isBefore(from) && at.isBefore(from.plus(Duration.ofDays(7))))
                    .hasSize(5);
        }
    }

    @Test
    void aPlaceThatBecomesFreeOnASundayIsTakenOnMonday() {
        var sunday = Instant.parse("2026-11-15T12:00:00Z");

        Map<UUID, Instant> places =
                FairQueue.places(Allowance.weekly(1), List.of(sunday), List.of(message("a", 1), message("b", 2)), NOW);

        assertThat(places.values())
                .containsExactly(Instant.parse("2026-11-23T07:00:00Z"), Instant.parse("2026-11-30T07:00:00Z"));
    }

    @Test
    void whoMayNotWriteYetHoldsUpNobody() {
        var tomorrow = NOW.plus(Duration.ofDays(1));
        var first = new Waiting(new UUID(1, 1), "maya", 0, false, NOW.minusSeconds(9999), tomorrow, WEEKDAYS);

        Map<UUID, Instant> places =
                FairQueue.places(Allowance.weekly(1), List.of(), List.of(first, message("ben", 9)), NOW);

        assertThat(places)
                .containsEntry(new UUID(1, 9), NOW)
                .containsEntry(new UUID(1, 1), NOW.plus(Duration.ofDays(7)));
    }

    @Property(tries = 200)
    void everyPlaceKeepsTheBudgetAndTheHoursAndTheDatesComeTrue(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int limit) {
        var random = new Random(seed);
        var spent = new ArrayList<Instant>();
        for (int i = random.nextInt(limit + 1); i > 0; i--) {
            spent.add(NOW.minusSeconds(random.nextInt(7 * 86_400)));
        }
        List<Waiting> waiting = new ArrayList<>();
        for (int i = 0; i < random.nextInt(30); i++) {
            waiting.add(message("sender-" + random.nextInt(6), i));
        }
        Collections.shuffle(waiting, random);
        Map<UUID, Instant> announced = FairQueue.places(Allowance.weekly(limit), spent, waiting, NOW);
        assertThat(announced).hasSameSizeAs(waiting);

        // Whoever's date has come goes, and the line is dealt out again for those who are left.
        Map<UUID, Instant> kept = new HashMap<>();
        while (!waiting.isEmpty()) {
            Instant at = waiting.stream()
                    .map(each -> announced.get(each.id()))
                    .min(Instant::compareTo)
                    .orElseThrow();
            FairQueue.places(Allowance.weekly(limit), spent, waiting, at).forEach((id, place) -> {
                if (place.equals(at)) {
                    kept.put(id, at);
                    spent.add(at);
                    gone(waiting, id);
                }
            });
            assertThat(kept).containsValue(at);
            assertThat(WEEKDAYS.getFirst().isOpen(at)).isTrue();
            assertThat(Allowance.weekly(limit).counting(spent, at)).hasSizeLessThanOrEqualTo(limit);
        }
        assertThat(kept).isEqualTo(announced);
    }

    /** Its sender has had a turn. */
    private static void gone(List<Waiting> waiting, UUID id) {
        String sender = waiting.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .sender();
        waiting.removeIf(each -> each.id().equals(id));
        waiting.replaceAll(each -> each.sender().equals(sender)
                ? new Waiting(each.id(), sender, each.before() + 1, false, each.approvedAt(), null, WEEKDAYS)
                : each);
    }

    private static Waiting message(String sender, int approvedMinute) {
        return new Waiting(
                new UUID(1, approvedMinute),
                sender,
                0,
                false,
                NOW.minus(Duration.ofDays(1)).plusSeconds(60L * approvedMinute),
                null,
                WEEKDAYS);
    }
}
