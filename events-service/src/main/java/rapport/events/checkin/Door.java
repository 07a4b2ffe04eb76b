package rapport.events.checkin;

import java.util.UUID;

/**
 * A door of an event.
 *
 * @param sessionId the session whose room it leads to; null for the doors of the house
 */
record Door(UUID eventId, UUID sessionId) {

    /** What a timeline is about besides the registration. */
    UUID placeId() {
        return sessionId == null ? eventId : sessionId;
    }
}
