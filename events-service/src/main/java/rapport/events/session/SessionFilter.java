package rapport.events.session;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Which sessions a list shows; what is null does not matter.
 *
 * @param day sessions that begin on this day, in the zone of the event
 * @param language language tag; {@code en} shows {@code en-GB} as well
 * @param text part of the title or the abstract, in any case
 */
record SessionFilter(
        String track, String room, LocalDate day, UUID speaker, String tag, String language, String type, String text) {

    boolean isEmpty() {
        return equals(new SessionFilter(null, null, null, null, null, null, null, null));
    }
}
