package rapport.events.attendance;

import java.util.UUID;

/** Which attendance of an event is asked for; null components ask for nothing. */
record AttendanceFilter(UUID sessionId, UUID registrationId, Boolean attended, Boolean assumed) {

    /** Names the filter in cursors: one that was made for another filter is refused. */
    String scope(UUID eventId) {
        return "attendance:" + eventId + ':' + sessionId + ':' + registrationId + ':' + attended + ':' + assumed;
    }
}
