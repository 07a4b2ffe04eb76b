package rapport.events.attendance;

import java.util.Optional;
import java.util.UUID;
import rapport.kit.id.Ids;
import rapport.kit.outbox.Fact;

/**
 * One person's attendance of one session. Its id follows from the two, so that whoever computes it computes the same.
 *
 * @param measure empty when nobody says that they were there, or when the session was removed
 */
record Attendance(Whose whose, long version, Optional<Measure> measure) {

    /** @param person who registered */
    record Whose(UUID eventId, UUID sessionId, UUID registrationId, UUID personId) {
        UUID attendanceId() {
            return Ids.derived(sessionId, personId.toString());
        }

        Visit visit() {
            return new Visit(sessionId, registrationId);
        }
    }

    UUID id() {
        return whose.attendanceId();
    }

    /** The next version when the measure is news; empty when it says the same. */
    Optional<Attendance> measured(Optional<Measure> now) {
        return now.equals(measure) ? Optional.empty() : Optional.of(new Attendance(whose, version + 1, now));
    }

    Fact fact() {
        return AttendanceMessage.fact(measure.<AttendanceMessage>map(m -> new AttendanceMessage.AttendanceChanged(
                        id(),
                        version,
                        whose.eventId(),
                        whose.sessionId(),
                        whose.registrationId(),
                        whose.personId(),
                        m.seconds() / 60,
                        m.percent(),
                        m.attended(),
                        m.assumed(),
                        m.firstIn(),
                        m.lastOut(),
                        m.sources()))
                .orElseGet(() -> new AttendanceMessage.AttendanceDeleted(id(), version)));
    }
}
