package rapport.events.session;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.Fault;
import rapport.kit.problem.ProblemKind;

/** Why a session cannot be as it was asked for. */
abstract sealed class SessionRefused extends Refused {
    private SessionRefused(ProblemKind kind, String code, String detail) {
        super(kind, code, detail);
    }

    private SessionRefused(String code, Fault fault) {
        super(code, fault);
    }

    static final class UnknownSpeaker extends SessionRefused {
        UnknownSpeaker(int index) {
            super(
                    "unknown-speaker",
                    new Fault(
                            "/speakers/" + index + "/speakerId", "unknown-speaker", "This event has no such speaker."));
        }
    }

    static final class SpeakerTwice extends SessionRefused {
        SpeakerTwice() {
            super("speaker-twice", new Fault("/speakers", "speaker-twice", "A speaker is named once per session."));
        }
    }

    static final class OutsideTheEvent extends SessionRefused {
        OutsideTheEvent(String pointer) {
            super("outside-the-event", new Fault(pointer, "outside-the-event", "The session is not within the event."));
        }
    }

    static final class ExternalIdTaken extends SessionRefused {
        ExternalIdTaken() {
            super(ProblemKind.CONFLICT, "external-id-taken", "This event has a session with this external id already.");
        }
    }
}
