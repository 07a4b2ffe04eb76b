package rapport.followup.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;

/** Keeps how long people were in which session, for audiences. */
@ApplicationScoped
public class AttendanceFeed implements MessageHandler {

    static final String CHANGED = "attendance.changed.v1";
    private static final String DELETED = "attendance.deleted.v1";

    private static final String UPSERT = """
            insert into attendance as known (attendance_id, version, deleted, event_id, session_id, person_id, minutes,
                                             attended)
            select distinct on ("attendanceId")
                   "attendanceId", version, deleted, "eventId", "sessionId", "personId", minutes, attended
            from   jsonb_to_recordset(?::jsonb) as incoming ("attendanceId" uuid, version bigint, deleted boolean,
                   "eventId" uuid, "sessionId" uuid, "personId" uuid, minutes integer, attended boolean)
            order  by "attendanceId", version desc
            on conflict (attendance_id) do update
            set    version = excluded.version, deleted = excluded.deleted, event_id = excluded.event_id,
                   session_id = excluded.session_id, person_id = excluded.person_id, minutes = excluded.minutes,
                   attended = excluded.attended
            where  excluded.version > known.version
            """;

    /** What is read of the message. */
    record Changed(UUID attendanceId, UUID eventId, UUID sessionId, UUID personId, int minutes, boolean attended) {}

    private record Row(
            UUID attendanceId,
            long version,
            boolean deleted,
            UUID eventId,
            UUID sessionId,
            UUID personId,
            Integer minutes,
            Boolean attended) {}

    @Override
    public String topic() {
        return "rapport.attendance.v1";
    }

    @Override
    public Set<String> types() {
        return Set.of(CHANGED, DELETED);
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        Upsert.run(connection, UPSERT, batch.stream().map(AttendanceFeed::row).toList());
    }

    private static Row row(Inbound message) {
        if (message.type().equals(DELETED)) {
            return new Row(message.aggregateId(), message.version(), true, null, null, null, null, null);
        }
        Changed told = message.read(Changed.class);
        message.requireKey(told.attendanceId());
        return new Row(
                told.attendanceId(),
                message.version(),
                false,
                told.eventId(),
                told.sessionId(),
                told.personId(),
                told.minutes(),
                told.attended());
    }
}
