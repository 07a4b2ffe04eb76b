package rapport.events.webinar;

import java.util.List;
import java.util.UUID;
import rapport.kit.id.Ids;

/** Somebody whom a report names, with all their stays. */
record Participant(UUID id, String key, Who who, Found found, List<ReportRow> stays) {

    static Participant of(UUID importId, String key, Found found, List<ReportRow> stays) {
        return new Participant(Ids.derived(importId, key), key, stays.getFirst().who(), found, stays);
    }

    /** What is kept of how the report names them: nothing where an identifier has said who it is. */
    Who kept() {
        return found.match().isCertain() ? new Who(null, null, null, null, null) : who;
    }
}
