package rapport.followup.decision;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import rapport.followup.window.WorkingWindow;

/** The gate of the budgets: the pair's, the sender's and, across all senders, the recipient's. */
final class Budgets {

    static final String RECIPIENT = "budget-exhausted";
    static final String FIRST_CONTACTS = "sender-first-contacts";
    static final String UNANSWERED = "sender-unanswered";
    static final String EVENT = "contact-event-limit";
    static final String YEAR = "contact-year-limit";

    private static final Set<String> REASONS = Set.of(RECIPIENT, FIRST_CONTACTS, UNANSWERED, EVENT, YEAR);

    private final Rules rules;

    Budgets(Rules rules) {
        this.rules = rules;
    }

    static boolean isReason(String reason) {
        return reason != null && REASONS.contains(reason);
    }

    /** The one that holds the longest; only an answer ends a hold without an end. */
    GateResult ask(Facts facts, Instant now) {
        GateResult longest = GateResult.pass(Gate.BUDGET);
        for (GateResult each : List.of(
                event(facts.budget()),
                year(facts.budget(), now),
                unanswered(facts.budget().sender(), now),
                firstContacts(facts.budget().sender(), now),
                recipient(facts, now))) {
            longest = outlasts(each, longest) ? each : longest;
        }
        return longest;
    }

    private static boolean outlasts(GateResult one, GateResult other) {
        if (one.verdict() == Verdict.PASS || other.verdict() == Verdict.PASS) {
            return one.verdict() != Verdict.PASS;
        }
        return other.until() != null && (one.until() == null || one.until().isAfter(other.until()));
    }

    private GateResult event(Facts.Budget budget) {
        return budget.pair().forEvent() < rules.perEvent()
                ? GateResult.pass(Gate.BUDGET)
                : GateResult.hold(Gate.BUDGET, EVENT, null);
    }

    private GateResult year(Facts.Budget budget, Instant now) {
        return within(rules.perPair(), budget.pair().unanswered(), 0, now, YEAR);
    }

    private GateResult unanswered(Facts.Sender sender, Instant now) {
        return sender.reply()
                ? GateResult.pass(Gate.BUDGET)
                : within(rules.unanswered(), sender.unanswered(), 0, now, UNANSWERED);
    }

    private GateResult firstContacts(Facts.Sender sender, Instant now) {
        return sender.first()
                ? within(rules.firstContacts(), sender.firstContacts(), sender.ahead(), now, FIRST_CONTACTS)
                : GateResult.pass(Gate.BUDGET);
    }

    private static GateResult within(Allowance allowance, List<Instant> spent, int ahead, Instant now, String reason) {
        if (allowance.counting(spent, now).size() < allowance.limit()) {
            return GateResult.pass(Gate.BUDGET);
        }
        return GateResult.hold(
                Gate.BUDGET, reason, allowance.freeAt(spent, ahead, now).orElse(null));
    }

    /** Waiting for the recipient's hours only is the window's business. */
    private static GateResult recipient(Facts facts, Instant now) {
        Instant place = facts.budget().placeAt();
        Instant open = WorkingWindow.nextOpen(facts.windows(), now).orElse(now);
        return place == null || place.isAfter(open)
                ? GateResult.hold(Gate.BUDGET, RECIPIENT, place)
                : GateResult.pass(Gate.BUDGET);
    }
}
