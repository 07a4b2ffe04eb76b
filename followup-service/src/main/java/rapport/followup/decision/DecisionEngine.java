package rapport.followup.decision;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import rapport.followup.decision.Facts.EventState;
import rapport.followup.window.WorkingWindow;

/**
 * Decides about one due message. A pure function: the same facts at the same instant give the same decision, on every
 * replica and in every replay. What is not known is never taken for a yes.
 */
public final class DecisionEngine {

    private final Rules rules;
    private final Budgets budgets;

    public DecisionEngine(Rules rules) {
        this.rules = rules;
        this.budgets = new Budgets(rules);
    }

    /** Whether a message that is held for this reason waits for a budget. */
    public static boolean waitsForBudget(String reason) {
        return Budgets.isReason(reason);
    }

    /** Whether it is the sender who has to wait, not the recipient who has no room. */
    public static boolean waitsForSender(String reason) {
        return Budgets.FIRST_CONTACTS.equals(reason) || Budgets.UNANSWERED.equals(reason);
    }

    /** All gates in order. The strongest verdict counts, among equals the gate that was asked first. */
    public Decision decide(Facts facts, Instant now) {
        List<GateResult> results =
                Arrays.stream(Gate.values()).map(gate -> ask(gate, facts, now)).toList();
        GateResult deciding = results.getFirst();
        for (GateResult result : results) {
            if (result.verdict().outranks(deciding.verdict())) {
                deciding = result;
            }
        }
        Instant notAfter = facts.timing().notAfter();
        if (deciding.verdict() != Verdict.HOLD) {
            return new Decision(deciding.verdict(), deciding.reason(), results, null, null, notAfter);
        }
        Instant estimate = deciding.until() == null ? null : estimate(facts, results);
        Instant check = estimate == null ? now.plus(rules.recheck()) : estimate;
        Instant last = deciding.gate() == Gate.BUDGET ? lastChance(facts.timing(), estimate) : notAfter;
        return new Decision(Verdict.HOLD, deciding.reason(), results, noLaterThanStale(check, last), estimate, last);
    }

    /**
     * Waiting for a budget is nobody's fault: such a message may go some days after the date that was announced for it, as
     * long as the event's follow-up window is open.
     */
    public Instant lastChance(Facts.Timing timing, Instant announced) {
        Instant notAfter = timing.notAfter();
        if (notAfter == null || announced == null || timing.patience() == null) {
            return notAfter;
        }
        Instant wanted = announced.plus(rules.grace());
        Instant allowed = wanted.isBefore(timing.patience()) ? wanted : timing.patience();
        return allowed.isAfter(notAfter) ? allowed : notAfter;
    }

    /** The latest of the ends that are known, moved into the working window. */
    private static Instant estimate(Facts facts, List<GateResult> results) {
        Instant latest = results.stream()
                .map(GateResult::until)
                .filter(until -> until != null)
                .max(Instant::compareTo)
                .orElseThrow();
        return facts.windows().isEmpty()
                ? latest
                : WorkingWindow.nextOpen(facts.windows(), latest).orElse(latest);
    }

    /** A message whose time runs out while it waits is looked at then, so that its owner is told and not left waiting. */
    public static Instant noLaterThanStale(Instant check, Instant notAfter) {
        return notAfter != null && check.isAfter(notAfter) ? notAfter.plusSeconds(1) : check;
    }

    private GateResult ask(Gate gate, Facts facts, Instant now) {
        return switch (gate) {
            case ERASED -> erased(facts);
            case CONSENT -> consent(facts);
            case SUPPRESSION -> suppression(facts, now);
            case DO_NOT_CONTACT ->
                facts.contact().doNotContact() ? stop(gate, "do-not-contact") : GateResult.pass(gate);
            case BOUNDARY -> boundary(facts, now);
            case EVENT_STATE -> eventState(facts, now);
            case STOP_CONDITIONS -> stopConditions(facts);
            case STALENESS -> staleness(facts, now);
            case BUDGET -> budgets.ask(facts, now);
            case WINDOW -> window(facts, now);
            case CONTENT -> content(facts);
        };
    }

    private static GateResult erased(Facts facts) {
        boolean gone = facts.recipient().erased() || facts.contact().state() == Facts.ContactState.DELETED;
        return gone ? stop(Gate.ERASED, "erased") : GateResult.pass(Gate.ERASED);
    }

    /** A scan is never consent to mail: the address was shared, or it is a speaker's, or the person said how to be written to. */
    private static GateResult consent(Facts facts) {
        String missing =
                switch (facts.contact().state()) {
                    case UNKNOWN -> "contact-unknown";
                    case PENDING -> "contact-pending";
                    case NEEDS_CONSENT -> "consent-missing";
                    case DELETED, MERGED -> null;
                    case ACTIVE -> agreed(facts) ? null : "email-not-shared";
                };
        if (missing == null && !facts.recipient().known()) {
            missing = "person-unknown";
        }
        return missing == null ? GateResult.pass(Gate.CONSENT) : GateResult.hold(Gate.CONSENT, missing, null);
    }

    private static boolean agreed(Facts facts) {
        return facts.contact().emailShared()
                || facts.contact().speaker()
                || facts.recipient().ownMode();
    }

    private static GateResult suppression(Facts facts, Instant now) {
        if (facts.recipient().suppressed()) {
            return stop(Gate.SUPPRESSION, "address-suppressed");
        }
        var wishes = facts.recipient().wishes();
        if (ahead(wishes.pausedUntil(), now)) {
            return GateResult.hold(Gate.SUPPRESSION, wishes.pauseReason(), wishes.pausedUntil());
        }
        boolean unreachable = facts.recipient().known() && !facts.recipient().reachable();
        return unreachable
                ? GateResult.hold(Gate.SUPPRESSION, "no-verified-address", null)
                : GateResult.pass(Gate.SUPPRESSION);
    }

    private static GateResult boundary(Facts facts, Instant now) {
        String refusal = facts.recipient().wishes().refusal();
        if (refusal != null) {
            return stop(Gate.BOUNDARY, refusal);
        }
        return switch (facts.recipient().mode()) {
            case OPEN -> GateResult.pass(Gate.BOUNDARY);
            case RELAY -> asking(facts, "relay-only", now);
            case BY_REQUEST -> asking(facts, "by-request-only", now);
            case CLOSED -> closed(facts.recipient().wishes().closedUntil(), now);
        };
    }

    private static GateResult closed(Instant until, Instant now) {
        if (until == null) {
            return stop(Gate.BOUNDARY, "boundary-closed");
        }
        // Over, but not written yet: whoever opens it asks about this message again.
        return GateResult.hold(Gate.BOUNDARY, "boundary-closed", ahead(until, now) ? until : null);
    }

    private static GateResult asking(Facts facts, String unanswered, Instant now) {
        var asking = facts.recipient().wishes().asking();
        return switch (asking.answer()) {
            case ACCEPTED -> GateResult.pass(Gate.BOUNDARY);
            case DECLINED -> stop(Gate.BOUNDARY, "request-declined");
            case LATER ->
                ahead(asking.until(), now)
                        ? GateResult.hold(Gate.BOUNDARY, "asked-for-later", asking.until())
                        : GateResult.hold(Gate.BOUNDARY, unanswered, null);
            case NONE -> GateResult.hold(Gate.BOUNDARY, unanswered, null);
        };
    }

    private static boolean ahead(Instant until, Instant now) {
        return until != null && until.isAfter(now);
    }

    private static GateResult eventState(Facts facts, Instant now) {
        var occasion = facts.occasion();
        if (occasion.event() == EventState.CANCELLED) {
            return stop(Gate.EVENT_STATE, "event-cancelled");
        }
        if (occasion.sessionRemoved()) {
            return stop(Gate.EVENT_STATE, "session-removed");
        }
        if (occasion.event() == EventState.UNKNOWN) {
            return GateResult.hold(Gate.EVENT_STATE, "event-unknown", null);
        }
        // Only a later date counts: an event that moves into the past must not set a message off.
        boolean later = occasion.replannedAt() != null && occasion.replannedAt().isAfter(now);
        return later
                ? GateResult.hold(Gate.EVENT_STATE, "event-moved", occasion.replannedAt())
                : GateResult.pass(Gate.EVENT_STATE);
    }

    private static GateResult stopConditions(Facts facts) {
        if (facts.timing().stopped() != null) {
            return stop(Gate.STOP_CONDITIONS, facts.timing().stopped().reason());
        }
        return facts.contact().state() == Facts.ContactState.MERGED
                ? stop(Gate.STOP_CONDITIONS, "contact-merged")
                : GateResult.pass(Gate.STOP_CONDITIONS);
    }

    private static GateResult staleness(Facts facts, Instant now) {
        Instant notAfter = facts.timing().notAfter();
        if (notAfter == null || !now.isAfter(notAfter)) {
            return GateResult.pass(Gate.STALENESS);
        }
        return facts.timing().waitedForBudget()
                ? GateResult.of(Gate.STALENESS, Verdict.EXPIRE, "budget-never-free")
                : GateResult.of(Gate.STALENESS, Verdict.SKIP, "too-late");
    }

    private GateResult window(Facts facts, Instant now) {
        if (facts.windows().isEmpty()) {
            return GateResult.hold(Gate.WINDOW, "zone-unknown", null);
        }
        Optional<Instant> open = WorkingWindow.nextOpen(facts.windows(), now);
        if (open.isPresent() && open.get().equals(now)) {
            return GateResult.pass(Gate.WINDOW);
        }
        String reason = open.isPresent() ? "quiet-hours" : "windows-never-meet";
        return GateResult.hold(Gate.WINDOW, reason, open.orElse(null));
    }

    private static GateResult content(Facts facts) {
        return facts.contentFaults().isEmpty()
                ? GateResult.pass(Gate.CONTENT)
                : GateResult.of(
                        Gate.CONTENT, Verdict.PREPARE, facts.contentFaults().getFirst());
    }

    private static GateResult stop(Gate gate, String reason) {
        return GateResult.of(gate, Verdict.STOP, reason);
    }
}
