package rapport.events.livecount;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import rapport.events.sql.Sql;

/** Counts an event's check-ins from the log, by one statement: all figures are of one moment. */
@ApplicationScoped
class CountQuery {
    private static final String COUNT = """
            with mark as materialized (
                select c.registration_id, c.session_id, c.place_id, c.type, c.effective_at, c.scan_id, c.device_id
                from   check_in c
                left   join check_in_void v on v.event_id = c.event_id and v.scan_id = c.scan_id
                where  c.event_id = ? and v.scan_id is null
            ), visit as (
                select   m.registration_id, m.session_id, bool_or(m.type = 'ENTRY') as entered,
                         (array_agg(m.type order by m.effective_at desc, m.scan_id desc))[1] = 'ENTRY' as inside
                from     mark m
                where    m.registration_id is not null
                group by m.registration_id, m.session_id, m.place_id
            ), seen as (
                select v.registration_id, s.id as session_id, s.room, v.entered, v.inside and s.end_instant > ? as inside
                from   visit v
                join   session s on s.id = v.session_id
            )
            select   'EXPECTED' as kind, null::uuid as id, null as label, count(*) as first, 0::bigint as second,
                     null::timestamptz as last
            from     registration
            where    event_id = ? and status = 'CONFIRMED'
            union all
            select   'EVENT', null, null, count(*) filter (where entered), count(*) filter (where inside), null
            from     visit
            where    session_id is null
            union all
            select   'PENDING', null, null, count(*), 0, null
            from     mark
            where    registration_id is null
            union all
            select   'ROOM', null, room, count(distinct registration_id) filter (where entered),
                     count(distinct registration_id) filter (where inside), null
            from     seen
            group by room
            union all
            select   'SESSION', session_id, room, count(*) filter (where entered), count(*) filter (where inside), null
            from     seen
            group by session_id, room
            union all
            select   'GATE', null, device_id, count(*) filter (where type = 'ENTRY'), count(*) filter (where type = 'EXIT'),
                     max(effective_at)
            from     mark
            where    device_id is not null
            group by device_id
            order by kind, label, id
            """;

    private record Row(String kind, UUID id, String label, long first, long second, Instant last) {}

    private final Sql sql;
    private final Clock clock;

    CountQuery(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    LiveCounts count(UUID eventId) {
        long expected = 0;
        long pending = 0;
        var event = new long[2];
        var rooms = new ArrayList<LiveCounts.Room>();
        var sessions = new ArrayList<LiveCounts.AtSession>();
        var gates = new ArrayList<LiveCounts.Gate>();
        List<Row> rows = sql.query(COUNT, CountQuery::row, eventId, clock.instant(), eventId);
        for (Row row : rows) {
            switch (row.kind) {
                case "EXPECTED" -> expected = row.first;
                case "PENDING" -> pending = row.first;
                case "EVENT" -> {
                    event[0] = row.first;
                    event[1] = row.second;
                }
                case "ROOM" -> rooms.add(new LiveCounts.Room(row.label, row.first, row.second));
                case "SESSION" -> sessions.add(new LiveCounts.AtSession(row.id, row.label, row.first, row.second));
                default -> gates.add(new LiveCounts.Gate(row.label, row.first, row.second, row.last));
            }
        }
        return new LiveCounts(eventId, expected, event[0], event[1], pending, rooms, sessions, gates);
    }

    private static Row row(ResultSet row) throws SQLException {
        OffsetDateTime last = row.getObject("last", OffsetDateTime.class);
        return new Row(
                row.getString("kind"),
                Sql.id(row, "id"),
                row.getString("label"),
                row.getLong("first"),
                row.getLong("second"),
                last == null ? null : last.toInstant());
    }
}
