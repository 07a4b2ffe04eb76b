package rapport.events.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rapport.events.attendance.Attendances;
import rapport.events.attendance.Presence;
import rapport.events.attendance.PresenceSource;
import rapport.events.sql.Sql;
import rapport.kit.outbox.OutboxSignal;
import rapport.kit.sql.Columns;

/**
 * Tells attendance who was in which session, from the whole of each timeline that has changed. The doors of the house are no
 * session's: entering the event makes nobody present anywhere.
 */
@ApplicationScoped
class SessionPresence {
    private static final String MARKS = """
            select t.n, m.type, m.effective_at, m.scan_id
            from   unnest(?::uuid[], ?::uuid[]) with ordinality as t (registration_id, session_id, n)
            join   check_in m on m.registration_id = t.registration_id and m.place_id = t.session_id
            where  not exists (select 1 from check_in_void v where v.event_id = m.event_id and v.scan_id = m.scan_id)
            """;

    private final Attendances attendances;
    private final Sql sql;
    private final OutboxSignal outbox;

    SessionPresence(Attendances attendances, Sql sql, OutboxSignal outbox) {
        this.attendances = attendances;
        this.sql = sql;
        this.outbox = outbox;
    }

    /**
     * To be called last in a transaction, in which the registrations are locked.
     *
     * @return whether {@link #committed} has to be called after the commit
     */
    boolean tell(Connection connection, Collection<Visit> visits) throws SQLException {
        List<Visit> sessions = visits.stream()
                .filter(visit -> visit.door().sessionId() != null)
                .toList();
        if (sessions.isEmpty()) {
            return false;
        }
        var stays = new ArrayList<Presence>();
        timelines(connection, sessions).forEach((visit, marks) -> stays.addAll(stays(visit, marks)));
        attendances.replace(
                connection,
                PresenceSource.CHECK_IN,
                sessions.stream().map(SessionPresence::whose).toList(),
                stays);
        return true;
    }

    /** Lets the messages out at once. */
    void committed() {
        outbox.wake();
    }

    /** The same for the running JTA transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void tell(Visit visit) {
        if (visit.door().sessionId() == null) {
            return;
        }
        List<Mark> marks = sql.query(
                MARKS,
                SessionPresence::mark,
                List.of(visit.registrationId()),
                List.of(visit.door().sessionId()));
        attendances.replace(PresenceSource.CHECK_IN, List.of(whose(visit)), stays(visit, marks));
    }

    private static List<Presence> stays(Visit visit, List<Mark> marks) {
        return new Timeline(marks)
                .stays().stream()
                        .map(stay -> Presence.between(whose(visit), stay.from(), stay.until()))
                        .toList();
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(
                CheckInType.valueOf(row.getString("type")),
                CheckInTable.instant(row, "effective_at"),
                Sql.id(row, "scan_id"));
    }

    private static rapport.events.attendance.Visit whose(Visit visit) {
        return new rapport.events.attendance.Visit(visit.door().sessionId(), visit.registrationId());
    }

    private static Map<Visit, List<Mark>> timelines(Connection connection, List<Visit> visits) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MARKS)) {
            new Columns<>(connection, statement, visits)
                    .with("uuid", Visit::registrationId)
                    .with("uuid", visit -> visit.door().sessionId());
            Map<Visit, List<Mark>> marks = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    marks.computeIfAbsent(visits.get(row.getInt("n") - 1), any -> new ArrayList<>())
                            .add(mark(row));
                }
            }
            return marks;
        }
    }
}
