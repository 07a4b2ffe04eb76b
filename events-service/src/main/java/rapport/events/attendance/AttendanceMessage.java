package rapport.events.attendance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rapport.kit.outbox.Fact;

/** What the other services learn about attendance. */
sealed interface AttendanceMessage {
    String TOPIC = "rapport.attendance.v1";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AttendanceChanged(
            UUID attendanceId,
            long version,
            UUID eventId,
            UUID sessionId,
            UUID registrationId,
            UUID personId,
            int minutes,
            int percent,
            boolean attended,
            boolean assumed,
            Instant firstIn,
            Instant lastOut,
            List<PresenceSource> sources)
            implements AttendanceMessage {}

    /** Nothing says any more that this person was in the session, or the session is gone. */
    record AttendanceDeleted(UUID attendanceId, long version) implements AttendanceMessage {}

    static Fact fact(AttendanceMessage message) {
        return switch (message) {
            case AttendanceChanged changed ->
                new Fact(TOPIC, changed.attendanceId(), changed.version(), "attendance.changed.v1", changed);
            case AttendanceDeleted deleted ->
                new Fact(TOPIC, deleted.attendanceId(), deleted.version(), "attendance.deleted.v1", deleted);
        };
    }
}
