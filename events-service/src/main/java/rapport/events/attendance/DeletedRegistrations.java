package rapport.events.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import rapport.events.registration.RegistrationDeleted;
import rapport.events.sql.Sql;
import rapport.kit.outbox.Fact;
import rapport.kit.outbox.Outbox;

/** Who asks for the deletion of a registration asks for that of what was noted about them in its sessions. */
@ApplicationScoped
class DeletedRegistrations {
    private static final String PRESENCE = "delete from presence where registration_id = ?";

    private static final String ATTENDANCE =
            "delete from attendance where registration_id = ? returning id, version, status";

    private record Gone(AttendanceMessage message, boolean published) {}

    private final Sql sql;
    private final Outbox outbox;

    DeletedRegistrations(Sql sql, Outbox outbox) {
        this.sql = sql;
        this.outbox = outbox;
    }

    void onDeleted(@Observes RegistrationDeleted registration) {
        sql.update(PRESENCE, registration.registrationId());
        List<Fact> facts = sql
                .query(
                        ATTENDANCE,
                        row -> new Gone(
                                new AttendanceMessage.AttendanceDeleted(Sql.id(row, "id"), row.getLong("version") + 1),
                                row.getString("status").equals("ACTIVE")),
                        registration.registrationId())
                .stream()
                .filter(Gone::published)
                .map(gone -> AttendanceMessage.fact(gone.message()))
                .toList();
        outbox.append(facts);
    }
}
