package rapport.events.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import rapport.kit.id.Ids;

/** The stays that sources tell of, as rows. Whole sets by one statement each. */
@ApplicationScoped
class PresenceTable {
    private static final String FORGET = """
            delete from presence p
            using  unnest(?::uuid[], ?::uuid[]) as visit (session_id, registration_id)
            where  p.session_id = visit.session_id and p.registration_id = visit.registration_id and p.source = ?
            """;

    private static final String ADD = """
            insert into presence (id, event_id, session_id, registration_id, person_id, source, joined_at, left_at, seconds,
                                  import_id)
            select stay.id, s.event_id, s.id, r.id, r.person_id, ?, stay.joined_at, stay.left_at, stay.seconds,
                   stay.import_id
            from   unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::int[], ?::uuid[])
                   as stay (id, session_id, registration_id, joined_at, left_at, seconds, import_id)
            join   session s on s.id = stay.session_id
            join   registration r on r.id = stay.registration_id and r.event_id = s.event_id
            """;

    private static final String STAYS = """
            select p.session_id, p.registration_id, p.source, p.joined_at, p.left_at, p.seconds
            from   unnest(?::uuid[], ?::uuid[]) as visit (session_id, registration_id)
            join   presence p on p.session_id = visit.session_id and p.registration_id = visit.registration_id
            """;

    void forget(Connection connection, PresenceSource source, Collection<Visit> visits) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            bindVisits(connection, delete, visits);
            delete.setString(3, source.name());
            delete.executeUpdate();
        }
    }

    /** A stay whose registration is not of the session's event is left out. */
    void add(Connection connection, PresenceSource source, List<Presence> stays) throws SQLException {
        if (stays.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, source.name());
            insert.setArray(2, column(connection, "uuid", stays, stay -> Ids.next()));
            insert.setArray(
                    3, column(connection, "uuid", stays, stay -> stay.visit().sessionId()));
            insert.setArray(
                    4, column(connection, "uuid", stays, stay -> stay.visit().registrationId()));
            insert.setArray(5, column(connection, "timestamptz", stays, stay -> stored(stay.joinedAt())));
            insert.setArray(6, column(connection, "timestamptz", stays, stay -> stored(stay.leftAt())));
            insert.setArray(7, column(connection, "int4", stays, Presence::seconds));
            insert.setArray(8, column(connection, "uuid", stays, Presence::importId));
            insert.executeUpdate();
        }
    }

    Map<Visit, List<Stay>> stays(Connection connection, Collection<Visit> visits) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STAYS)) {
            bindVisits(connection, select, visits);
            Map<Visit, List<Stay>> found = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    var visit = new Visit(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                    found.computeIfAbsent(visit, any -> new ArrayList<>())
                            .add(new Stay(
                                    PresenceSource.valueOf(row.getString(3)),
                                    instant(row, 4),
                                    instant(row, 5),
                                    row.getObject(6, Integer.class)));
                }
            }
            return found;
        }
    }

    static void bindVisits(Connection connection, PreparedStatement statement, Collection<Visit> visits)
            throws SQLException {
        statement.setArray(1, column(connection, "uuid", visits, Visit::sessionId));
        statement.setArray(2, column(connection, "uuid", visits, Visit::registrationId));
    }

    static <T> Array column(Connection connection, String type, Collection<T> rows, Function<T, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }

    /** An instant for an array, which the driver does not convert by itself. */
    static String stored(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC).toString();
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
