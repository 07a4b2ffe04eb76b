package rapport.contacts.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What stands between an owner and a contact before the owner asks for something. Counts things done, not people, and is shown to the
 * owner only.
 *
 * @param given what the owner gave, promises kept among it
 * @param received what the owner was given, promises kept among it
 * @param youOwe open promises of the owner
 * @param overdue those of {@code youOwe} whose day has passed
 * @param theyOwe open promises of the contact
 * @param asked what the owner asked for since they were last given something
 * @param unthanked what the owner was given since they last said thank you
 */
record Balance(int given, int received, int youOwe, int overdue, int theyOwe, int asked, int unthanked) {

    /** What would be good to do before the next ask. */
    enum Advice {
        KEEP_YOUR_PROMISE,
        SAY_THANK_YOU,
        GIVE_FIRST,
        WAIT_FOR_AN_ANSWER,
        READY_TO_ASK
    }

    /** One entry as far as it counts. */
    record Item(EntryKind kind, Party party, EntryState state, Instant happenedAt, Instant settledAt, LocalDate dueOn) {
        private boolean isGift(Party by) {
            return switch (kind) {
                case GIVEN, RECEIVED -> state == EntryState.RECORDED && party == by;
                case PROMISE -> state == EntryState.KEPT && party == by;
                case ASK, OFFER, THANKED -> false;
            };
        }

        private boolean isOpen(Party by) {
            return state == EntryState.OPEN && party == by;
        }

        private boolean is(EntryKind other, Party by) {
            return kind == other && party == by && state == EntryState.RECORDED;
        }

        private Instant at() {
            return settledAt == null ? happenedAt : settledAt;
        }
    }

    static Balance of(List<Item> items, LocalDate today) {
        Instant lastGift =
                latest(items.stream().filter(i -> i.isGift(Party.THEM)).toList());
        Instant lastThanks = latest(
                items.stream().filter(i -> i.is(EntryKind.THANKED, Party.ME)).toList());
        return new Balance(
                count(items.stream().filter(i -> i.isGift(Party.ME)).count()),
                count(items.stream().filter(i -> i.isGift(Party.THEM)).count()),
                count(items.stream().filter(i -> i.isOpen(Party.ME)).count()),
                count(items.stream()
                        .filter(i -> i.isOpen(Party.ME) && i.dueOn().isBefore(today))
                        .count()),
                count(items.stream().filter(i -> i.isOpen(Party.THEM)).count()),
                count(items.stream()
                        .filter(i -> i.is(EntryKind.ASK, Party.ME) && i.at().isAfter(lastGift))
                        .count()),
                count(items.stream()
                        .filter(i -> i.isGift(Party.THEM) && i.at().isAfter(lastThanks))
                        .count()));
    }

    private static Instant latest(List<Item> items) {
        return items.stream().map(Item::at).max(Comparator.naturalOrder()).orElse(Instant.MIN);
    }

    private static int count(long number) {
        return Math.toIntExact(number);
    }

    Advice advice() {
        if (overdue > 0) {
            return Advice.KEEP_YOUR_PROMISE;
        }
        if (unthanked > 0) {
            return Advice.SAY_THANK_YOU;
        }
        if (asked > 0) {
            return Advice.WAIT_FOR_AN_ANSWER;
        }
        return received > given + 1 ? Advice.GIVE_FIRST : Advice.READY_TO_ASK;
    }

    /** The reasons, both directions, in sentences for the owner. */
    List<String> because() {
        var reasons = new ArrayList<String>();
        reasons.add("You gave " + times(given) + " and were given " + times(received) + ".");
        if (youOwe > 0) {
            reasons.add("You have " + things(youOwe, "open promise")
                    + (overdue > 0 ? ", " + overdue + " of them overdue." : ", none of them overdue."));
        }
        if (theyOwe > 0) {
            reasons.add("They have " + things(theyOwe, "open promise") + " to you.");
        }
        if (unthanked > 0) {
            reasons.add("You have not said thank you for " + things(unthanked, "thing") + " you were given.");
        }
        if (asked > 0) {
            reasons.add("You asked for " + things(asked, "thing") + " and have not been given anything since.");
        }
        return List.copyOf(reasons);
    }

    private static String times(int number) {
        return switch (number) {
            case 0 -> "nothing";
            case 1 -> "once";
            default -> number + " times";
        };
    }

    private static String things(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
