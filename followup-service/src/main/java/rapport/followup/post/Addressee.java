package rapport.followup.post;

import java.time.Instant;
import java.util.List;
import rapport.followup.window.WorkingWindow;

/**
 * Whom a letter goes to, as known at this moment.
 *
 * @param name null when nobody knows it
 * @param locale the tag of their language; null when nobody knows it
 * @param address null while there is none that is verified
 * @param stopped whether they want nothing, or nothing from this sender
 * @param pausedUntil until when they want nothing; null without a pause
 * @param closed whether their boundary is closed
 * @param closedUntil when it opens again; null when it does not by itself
 * @param window when messages are welcome; empty while nobody knows where they are
 */
record Addressee(
        String name,
        String locale,
        String address,
        byte[] addressHash,
        boolean erased,
        boolean stopped,
        Instant pausedUntil,
        boolean closed,
        Instant closedUntil,
        List<WorkingWindow> window,
        int weeklyBudget,
        List<Instant> counted) {

    Addressee {
        window = List.copyOf(window);
        counted = List.copyOf(counted);
    }
}
