package rapport.events.manualpresence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.events.attendance.Presence;
import rapport.events.attendance.Visit;
import rapport.events.sql.Sql;

/** The entries as rows; rows are added and never changed. */
@ApplicationScoped
class ManualPresenceTable {
    private static final String ENTRIES = """
            select m.id, m.registration_id, m.session_id, m.joined_at, m.left_at, m.actor, m.reason, m.created_at,
                   w.actor as withdrawn_actor, w.reason as withdrawn_reason, w.created_at as withdrawn_at
            from   manual_presence m
            left   join manual_presence_withdrawal w on w.entry_id = m.id
            """;

    private static final String PAGE = ENTRIES + """
            where    m.event_id = ? and m.id > ?
                     and (?::uuid is null or m.registration_id = ?) and (?::uuid is null or m.session_id = ?)
            order by m.id
            limit    ?
            """;

    private static final String ONE = ENTRIES + "where m.event_id = ? and m.id = ?";

    private static final String THAT_COUNT = ENTRIES + """
            where    m.registration_id = ? and m.session_id = ? and w.entry_id is null
            order by m.id
            """;

    private static final String ADD = """
            insert into manual_presence (id, event_id, session_id, registration_id, joined_at, left_at, actor, reason, created_at)
            values (?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?)
            """;

    private static final String WITHDRAW = """
            insert into manual_presence_withdrawal (entry_id, actor, reason, created_at)
            values (?, ?, ?, ?)
            on conflict do nothing
            """;

    private final Sql sql;

    ManualPresenceTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param registrationId only what is about it; null for all
     * @param sessionId only what is about it; null for all
     */
    List<ManualPresenceView> page(UUID eventId, UUID registrationId, UUID sessionId, UUID after, int limit) {
        return sql.query(
                PAGE,
                ManualPresenceTable::view,
                eventId,
                after,
                registrationId,
                registrationId,
                sessionId,
                sessionId,
                limit);
    }

    Optional<ManualPresenceView> find(UUID eventId, UUID id) {
        return sql.query(ONE, ManualPresenceTable::view, eventId, id).stream().findFirst();
    }

    void add(UUID id, UUID eventId, String actor, NewManualPresence told, Instant now) {
        sql.update(
                ADD,
                id,
                eventId,
                told.sessionId(),
                told.registrationId(),
                told.joinedAt(),
                told.leftAt(),
                actor,
                told.reason(),
                now);
    }

    /** @return false when it was withdrawn before */
    boolean withdraw(UUID id, String actor, String reason, Instant now) {
        return sql.update(WITHDRAW, id, actor, reason, now) > 0;
    }

    /** Everything that staff says about a visit and has not taken back. */
    List<Presence> thatCount(Visit visit) {
        return sql.query(THAT_COUNT, ManualPresenceTable::view, visit.registrationId(), visit.sessionId()).stream()
                .map(one -> Presence.between(visit, one.joinedAt(), one.leftAt()))
                .toList();
    }

    private static ManualPresenceView view(ResultSet row) throws SQLException {
        String withdrawnBy = row.getString("withdrawn_actor");
        return new ManualPresenceView(
                Sql.id(row, "id"),
                Sql.id(row, "registration_id"),
                Sql.id(row, "session_id"),
                instant(row, "joined_at"),
                instant(row, "left_at"),
                row.getString("actor"),
                row.getString("reason"),
                instant(row, "created_at"),
                withdrawnBy == null
                        ? null
                        : new ManualPresenceView.Withdrawn(
                                withdrawnBy, row.getString("withdrawn_reason"), instant(row, "withdrawn_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
