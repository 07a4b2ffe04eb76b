package rapport.events.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.events.sql.Sql;
import rapport.kit.outbox.Fact;
import rapport.kit.outbox.Outbox;

/**
 * Deletes registrations and everything that is known through them: badges, check-ins, attendance. Tombstones tell those who hold
 * copies. One or hundreds by the same statements.
 */
@ApplicationScoped
public class RegistrationsErased {
    private static final String ATTENDANCE = """
            delete from attendance
            where  registration_id = any(?)
            returning id, version + 1 as version
            """;

    private static final String DELETE = """
            with gone as (
              delete from registration
              where  id = any(?)
              returning id, version + 1 as version, event_id, person_id, created_at
            ), tombstone as (
              insert into registration_tombstone (id, event_id, version, created_at, updated_at)
              select id, event_id, version, created_at, current_timestamp
              from   gone
            )
            select id, version, event_id, person_id
            from   gone
            """;

    private record Gone(UUID id, long version, UUID eventId, UUID personId) {}

    private final Sql sql;
    private final Outbox outbox;

    RegistrationsErased(Sql sql, Outbox outbox) {
        this.sql = sql;
        this.outbox = outbox;
    }

    /** @return whose registrations they were */
    @Transactional(TxType.MANDATORY)
    public List<UUID> delete(Collection<UUID> registrations) {
        if (registrations.isEmpty()) {
            return List.of();
        }
        outbox.append(
                sql.query(ATTENDANCE, row -> attendance(Sql.id(row, "id"), row.getLong("version")), registrations));
        List<Gone> gone = sql.query(
                DELETE,
                row -> new Gone(
                        Sql.id(row, "id"), row.getLong("version"), Sql.id(row, "event_id"), Sql.id(row, "person_id")),
                registrations);
        outbox.append(gone.stream().map(RegistrationsErased::registration).toList());
        return gone.stream().map(Gone::personId).distinct().toList();
    }

    private static Fact attendance(UUID id, long version) {
        return new Fact(
                "rapport.attendance.v1",
                id,
                version,
                "attendance.deleted.v1",
                Map.of("attendanceId", id, "version", version));
    }

    private static Fact registration(Gone gone) {
        return new Fact(
                "rapport.registration.v1",
                gone.id(),
                gone.version(),
                "registration.deleted.v1",
                Map.of("registrationId", gone.id(), "version", gone.version(), "eventId", gone.eventId()));
    }
}
