package rapport.contacts.depth;

import java.time.Instant;
import java.util.Comparator;
import rapport.contacts.interaction.Direction;
import rapport.contacts.interaction.InteractionKind;

/**
 * One time that owner and contact were in touch.
 *
 * @param tenths how much it says about a relationship, in tenths
 */
record Touch(Instant at, Direction direction, int tenths) {
    /** Sums of floating numbers depend on their order, so there is one. */
    static final Comparator<Touch> ORDER =
            Comparator.comparing(Touch::at).thenComparing(Touch::direction).thenComparing(Touch::tenths);

    /** They met at an event. */
    static Touch encounter(Instant at) {
        return new Touch(at, Direction.MUTUAL, 20);
    }

    static Touch of(InteractionKind kind, Direction direction, Instant at) {
        int tenths =
                switch (kind) {
                    case WORKED_TOGETHER -> 40;
                    case MET, VIDEO_CALL, HELP_GIVEN, HELP_RECEIVED, INTRODUCTION_MADE, INTRODUCTION_RECEIVED -> 30;
                    case CALL -> 25;
                    case LETTER_SENT, LETTER_RECEIVED, PAPER_SHARED, PAPER_RECEIVED -> 15;
                    case EMAIL_SENT, EMAIL_RECEIVED -> 10;
                    case MESSAGE_SENT, MESSAGE_RECEIVED, CONGRATULATED, OTHER -> 8;
                };
        return new Touch(at, direction, tenths);
    }

    boolean tookPart() {
        return direction != Direction.OUTBOUND;
    }
}
