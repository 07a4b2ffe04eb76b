package rapport.followup.followup;

import java.time.Instant;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.circumstances.StopKind;

/** What a change of the occasion means for a follow-up that is not sent yet. A pure function, so it may be asked at any time. */
final class Replanning {

    /** What becomes of it. */
    enum Answer {
        /** The change is none for this follow-up. */
        KEEP,
        /** It is due at another time now. */
        MOVE,
        /** Its time would have passed already: its owner decides, nothing is sent by itself. */
        ASK
    }

    private Replanning() {}

    /**
     * @param plannedBefore what its schedule said when it was planned; null when that was not known
     * @param plannedNow what its schedule says now; null when that is not known
     */
    static Answer of(boolean approved, Instant plannedBefore, Instant plannedNow, Instant now) {
        if (plannedNow == null || plannedNow.equals(plannedBefore)) {
            return Answer.KEEP;
        }
        if (!approved || plannedNow.isAfter(now)) {
            return Answer.MOVE;
        }
        return plannedBefore == null ? Answer.KEEP : Answer.ASK;
    }

    /**
     * Why it must not be sent any more; null when nothing in the circumstances says so.
     *
     * @param written when it was written: what happened between the two before does not stop it
     * @param begun whether one of its messages was sent: then the next one does not go on as if nothing had happened
     */
    static String stopped(Circumstances circumstances, Instant written, boolean begun) {
        String occasion = occasion(circumstances);
        StopKind said = circumstances.stoppedSince(written);
        boolean stops = said == StopKind.CONSENT_WITHDRAWN || said != null && begun;
        return occasion == null && stops ? said.reason() : occasion;
    }

    private static String occasion(Circumstances circumstances) {
        if (circumstances.contact().deleted() || circumstances.person().deleted()) {
            return "erased";
        }
        if ("CANCELLED".equals(circumstances.event().status())) {
            return "event-cancelled";
        }
        return "REMOVED".equals(circumstances.session().status()) ? "session-removed" : null;
    }
}
