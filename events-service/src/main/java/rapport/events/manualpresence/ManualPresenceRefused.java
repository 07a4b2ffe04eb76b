package rapport.events.manualpresence;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.Fault;
import rapport.kit.problem.ProblemKind;

/** An entry that does not fit what is known. */
final class ManualPresenceRefused extends Refused {
    private ManualPresenceRefused(String code, String pointer, String message) {
        super(code, new Fault(pointer, code, message));
    }

    private ManualPresenceRefused() {
        super(ProblemKind.CONFLICT, "withdrawn-already", "This entry does not count already.");
    }

    static ManualPresenceRefused unknownRegistration() {
        return new ManualPresenceRefused(
                "registration-unknown", "/registrationId", "The event has no such confirmed registration.");
    }

    static ManualPresenceRefused unknownSession() {
        return new ManualPresenceRefused("session-unknown", "/sessionId", "The event has no such session.");
    }

    static ManualPresenceRefused inTheFuture(String pointer) {
        return new ManualPresenceRefused("in-the-future", pointer, "Nobody can have come or gone yet.");
    }

    static ManualPresenceRefused endsBeforeStart() {
        return new ManualPresenceRefused("ends-before-start", "/leftAt", "The end has to be after the start.");
    }

    static ManualPresenceRefused outsideTheSession() {
        return new ManualPresenceRefused("outside-the-session", "/joinedAt", "No part of it lies within the session.");
    }

    static ManualPresenceRefused withdrawnAlready() {
        return new ManualPresenceRefused();
    }
}
