package rapport.events.attendance;

import static rapport.events.attendance.PresenceTable.column;
import static rapport.events.attendance.PresenceTable.instant;
import static rapport.events.attendance.PresenceTable.stored;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import rapport.events.attendance.Attendance.Whose;

/** Attendance as rows. Whoever changes some holds their locks, taken in the order of the ids. */
@ApplicationScoped
class AttendanceTable {
    private static final String BEAR = """
            insert into attendance (id, version, event_id, session_id, registration_id, person_id, seconds, percent, required,
                                    attended, assumed, sources, status, created_at, updated_at)
            select id, 0, event_id, session_id, registration_id, person_id, 0, 0, 0, false, false, '{}', 'REMOVED', ?, ?
            from   unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[])
                   as visit (id, event_id, session_id, registration_id, person_id)
            order  by id
            on conflict (id) do nothing
            """;

    private static final String LOCK = """
            select id, version, seconds, percent, required, assumed, first_in, last_out, sources, status
            from   attendance
            where  id = any(?::uuid[])
            order  by id
            for no key update
            """;

    private static final String STORE = """
            update attendance a
            set    version = n.version, seconds = n.seconds, percent = n.percent, required = n.required,
                   attended = n.attended, assumed = n.assumed, first_in = n.first_in, last_out = n.last_out,
                   sources = string_to_array(n.sources, ','), status = n.status, updated_at = ?
            from   unnest(?::uuid[], ?::bigint[], ?::int[], ?::int[], ?::int[], ?::bool[], ?::bool[], ?::timestamptz[],
                          ?::timestamptz[], ?::text[], ?::text[])
                   as n (id, version, seconds, percent, required, attended, assumed, first_in, last_out, sources, status)
            where  a.id = n.id
            """;

    private static final String FORGET_UNBORN = "delete from attendance where id = any(?::uuid[]) and version = 0";

    private static final Measure NOTHING = new Measure(0, 0, 0, false, null, null, List.of());

    private final Clock clock;

    AttendanceTable(Clock clock) {
        this.clock = clock;
    }

    /** The rows as they are, locked until the transaction ends; missing ones are made, with version 0. */
    List<Attendance> lock(Connection connection, Collection<Whose> visits) throws SQLException {
        Map<UUID, Whose> byId = new HashMap<>();
        visits.forEach(whose -> byId.put(whose.attendanceId(), whose));
        bear(connection, byId.values());
        try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            select.setArray(1, column(connection, "uuid", byId.keySet(), id -> id));
            var found = new ArrayList<Attendance>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Attendance(byId.get(row.getObject(1, UUID.class)), row.getLong(2), measure(row)));
                }
            }
            return found;
        }
    }

    void store(Connection connection, List<Attendance> changed) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        List<Measure> measures =
                changed.stream().map(a -> a.measure().orElse(NOTHING)).toList();
        try (PreparedStatement update = connection.prepareStatement(STORE)) {
            update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            update.setArray(2, column(connection, "uuid", changed, Attendance::id));
            update.setArray(3, column(connection, "int8", changed, Attendance::version));
            update.setArray(4, column(connection, "int4", measures, Measure::seconds));
            update.setArray(5, column(connection, "int4", measures, Measure::percent));
            update.setArray(6, column(connection, "int4", measures, Measure::required));
            update.setArray(7, column(connection, "bool", measures, Measure::attended));
            update.setArray(8, column(connection, "bool", measures, Measure::assumed));
            update.setArray(9, column(connection, "timestamptz", measures, m -> stored(m.firstIn())));
            update.setArray(10, column(connection, "timestamptz", measures, m -> stored(m.lastOut())));
            update.setArray(11, column(connection, "text", measures, AttendanceTable::sources));
            update.setArray(12, column(connection, "text", changed, AttendanceTable::status));
            update.executeUpdate();
        }
    }

    /** Takes back rows that {@link #lock} made and nobody needed. */
    void forgetUnborn(Connection connection, Collection<Attendance> unborn) throws SQLException {
        if (unborn.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement(FORGET_UNBORN)) {
            delete.setArray(1, column(connection, "uuid", unborn, Attendance::id));
            delete.executeUpdate();
        }
    }

    private void bear(Connection connection, Collection<Whose> visits) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BEAR)) {
            var now = clock.instant().atOffset(ZoneOffset.UTC);
            insert.setObject(1, now);
            insert.setObject(2, now);
            insert.setArray(3, column(connection, "uuid", visits, Whose::attendanceId));
            insert.setArray(4, column(connection, "uuid", visits, Whose::eventId));
            insert.setArray(5, column(connection, "uuid", visits, Whose::sessionId));
            insert.setArray(6, column(connection, "uuid", visits, Whose::registrationId));
            insert.setArray(7, column(connection, "uuid", visits, Whose::personId));
            insert.executeUpdate();
        }
    }

    private static Optional<Measure> measure(ResultSet row) throws SQLException {
        if (row.getString("status").equals("REMOVED")) {
            return Optional.empty();
        }
        return Optional.of(new Measure(
                row.getInt("seconds"),
                row.getInt("percent"),
                row.getInt("required"),
                row.getBoolean("assumed"),
                instant(row, 7),
                instant(row, 8),
                Stream.of((String[]) row.getArray("sources").getArray())
                        .map(PresenceSource::valueOf)
                        .toList()));
    }

    private static String sources(Measure measure) {
        return String.join(
                ",", measure.sources().stream().map(PresenceSource::name).toList());
    }

    private static String status(Attendance attendance) {
        return attendance.measure().isPresent() ? "ACTIVE" : "REMOVED";
    }
}
