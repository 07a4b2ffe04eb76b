package rapport.events.speaker;

import rapport.events.aggregate.Refused;
import rapport.kit.problem.ProblemKind;

/** The event has this speaker already. */
final class SpeakerTaken extends Refused {
    private SpeakerTaken(String code, String detail) {
        super(ProblemKind.CONFLICT, code, detail);
    }

    static SpeakerTaken sameAddress() {
        return new SpeakerTaken("speaker-exists", "This event has a speaker with this address already.");
    }

    static SpeakerTaken sameExternalId() {
        return new SpeakerTaken("external-id-taken", "This event has a speaker with this external id already.");
    }
}
