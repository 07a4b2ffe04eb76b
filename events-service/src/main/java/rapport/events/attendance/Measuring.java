package rapport.events.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import rapport.kit.outbox.Fact;

/**
 * Measures visits within the transaction of a connection and tells what has changed. A constant number of statements, whatever
 * the number of visits.
 */
@ApplicationScoped
class Measuring {
    private static final int STEP = 5_000;

    private final PresenceTable presence;
    private final VisitTable visits;
    private final AttendanceTable attendance;

    Measuring(PresenceTable presence, VisitTable visits, AttendanceTable attendance) {
        this.presence = presence;
        this.visits = visits;
        this.attendance = attendance;
    }

    /** See {@link Attendances}. */
    List<Fact> replace(Connection connection, PresenceSource source, Collection<Visit> touched, List<Presence> stays)
            throws SQLException {
        Set<Visit> all = new HashSet<>(touched);
        stays.forEach(stay -> all.add(stay.visit()));
        if (all.isEmpty()) {
            return List.of();
        }
        visits.keepMeasures(connection, all.stream().map(Visit::sessionId).collect(Collectors.toSet()));
        List<VisitTable.Measured> measured = visits.measuredBy(connection, all);
        // Locked before anything is written: whoever comes second sees what the first one has left.
        List<Attendance> known = lock(connection, measured);
        presence.forget(connection, source, all);
        presence.add(connection, source, stays);
        return measure(connection, measured, known);
    }

    /**
     * Measures again what is known about an event, after its rule or the time of its sessions has changed in this transaction.
     *
     * @param sessionIds the sessions that have changed; null for all of the event
     */
    List<Fact> again(Connection connection, UUID eventId, Collection<UUID> sessionIds) throws SQLException {
        visits.changeMeasures(connection, eventId);
        List<Visit> known = visits.known(connection, eventId, sessionIds);
        var facts = new ArrayList<Fact>();
        for (int from = 0; from < known.size(); from += STEP) {
            var measured = visits.measuredBy(connection, known.subList(from, Math.min(from + STEP, known.size())));
            facts.addAll(measure(connection, measured, lock(connection, measured)));
        }
        return facts;
    }

    private List<Attendance> lock(Connection connection, List<VisitTable.Measured> measured) throws SQLException {
        return attendance.lock(
                connection, measured.stream().map(VisitTable.Measured::whose).toList());
    }

    private List<Fact> measure(Connection connection, List<VisitTable.Measured> measured, List<Attendance> known)
            throws SQLException {
        Map<Visit, VisitTable.Measured> by =
                measured.stream().collect(Collectors.toMap(one -> one.whose().visit(), one -> one));
        Map<Visit, List<Stay>> stays = presence.stays(connection, by.keySet());
        var changed = new ArrayList<Attendance>();
        var unborn = new ArrayList<Attendance>();
        for (Attendance before : known) {
            Visit visit = before.whose().visit();
            Optional<Attendance> news = before.measured(measure(by.get(visit), stays.get(visit)));
            news.ifPresent(changed::add);
            if (news.isEmpty() && before.version() == 0) {
                unborn.add(before);
            }
        }
        attendance.store(connection, changed);
        attendance.forgetUnborn(connection, unborn);
        return changed.stream().map(Attendance::fact).toList();
    }

    private static Optional<Measure> measure(VisitTable.Measured by, List<Stay> stays) {
        return stays == null
                ? Optional.empty()
                : by.session().map(session -> Measure.of(session, by.required(), stays));
    }
}
