package rapport.events.badgesheet;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.Fault;

/** A print that would have nothing on it, or not what was asked for. */
final class PrintRefused extends Refused {
    private PrintRefused(String code, String pointer, String message) {
        super(code, new Fault(pointer, code, message));
    }

    static PrintRefused nothingToPrint() {
        return new PrintRefused("nothing-to-print", "/selection", "No active badge is selected.");
    }

    static PrintRefused unknownBadge() {
        return new PrintRefused("badge-unknown", "/badgeIds", "One of them is no active badge of this event.");
    }
}
