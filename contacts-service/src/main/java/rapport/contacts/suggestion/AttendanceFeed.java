package rapport.contacts.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;
import rapport.kit.sql.Columns;

/** Keeps who attended which session. How long they were there stays in the message. */
@ApplicationScoped
class AttendanceFeed implements MessageHandler {
    private static final String CHANGED = "attendance.changed.v1";
    private static final String DELETED = "attendance.deleted.v1";

    private static final String UPSERT = """
            insert into attendance as a (id, version, person_id, session_id, attended)
            select distinct on (id) id, version, person_id, session_id, attended
            from   unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::uuid[], ?::bool[])
                   as m (id, version, person_id, session_id, attended)
            order  by id, version desc
            on conflict (id) do update
            set    version = excluded.version, person_id = excluded.person_id, session_id = excluded.session_id,
                   attended = excluded.attended
            where  excluded.version > a.version
            """;

    record Changed(UUID attendanceId, long version, UUID personId, UUID sessionId, boolean attended) {
        static Changed of(Inbound message) {
            if (message.type().equals(DELETED)) {
                return new Changed(message.aggregateId(), message.version(), null, null, false);
            }
            Changed changed = message.read(Changed.class);
            message.requireKey(changed.attendanceId);
            return changed;
        }
    }

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
        List<Changed> stays = batch.stream().map(Changed::of).toList();
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            new Columns<>(connection, statement, stays)
                    .with("uuid", Changed::attendanceId)
                    .with("bigint", Changed::version)
                    .with("uuid", Changed::personId)
                    .with("uuid", Changed::sessionId)
                    .with("bool", Changed::attended);
            statement.executeUpdate();
        }
    }
}
