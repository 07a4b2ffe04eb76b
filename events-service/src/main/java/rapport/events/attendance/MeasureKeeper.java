package rapport.events.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import rapport.events.event.AttendanceRuleChanged;
import rapport.events.session.SessionsChanged;

/** Measures attendance again when a session moves or goes, when the event's zone changes and when its rule does. */
@ApplicationScoped
class MeasureKeeper {
    private final Attendances attendances;
    private final EntityManager entities;

    MeasureKeeper(Attendances attendances, EntityManager entities) {
        this.attendances = attendances;
        this.entities = entities;
    }

    void onSessionsChanged(@Observes SessionsChanged sessions) {
        entities.flush();
        attendances.measureAgain(sessions.eventId(), sessions.sessionIds());
    }

    void onRuleChanged(@Observes AttendanceRuleChanged rule) {
        entities.flush();
        attendances.measureAgain(rule.eventId(), null);
    }
}
