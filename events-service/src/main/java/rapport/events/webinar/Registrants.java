package rapport.events.webinar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.events.sql.Sql;

/** Who may be meant by a participant of an event's webinar, and what staff has decided about some. */
@ApplicationScoped
class Registrants {
    private static final String OF_EVENT = """
            select r.id, r.external_id, r.email, r.display_name, r.given_name, r.family_name, p.orcid,
                   array(select m.address from person_email m where m.person_id = r.person_id) as aliases
            from   registration r
            join   person p on p.id = r.person_id
            where  r.event_id = ? and r.status <> 'CANCELLED'
            """;

    private static final String DECISIONS = "select key, registration_id from webinar_decision where event_id = ?";

    private final Sql sql;

    Registrants(Sql sql) {
        this.sql = sql;
    }

    /** Finds participants of one event; what staff decided comes before everything else. */
    interface Finder {
        Found find(String key, Who who);
    }

    Finder finder(UUID eventId) {
        var ladder = new Ladder(sql.query(OF_EVENT, Registrants::registrant, eventId));
        Map<String, Found> decided = new HashMap<>();
        sql.query(
                DECISIONS, row -> decided.put(row.getString("key"), decision(Sql.id(row, "registration_id"))), eventId);
        return (key, who) -> decided.containsKey(key) ? decided.get(key) : ladder.find(who);
    }

    private static Found decision(UUID registrationId) {
        return registrationId == null
                ? new Found(Match.IGNORED, null, null)
                : new Found(Match.MANUAL, registrationId, null);
    }

    private static Registrant registrant(ResultSet row) throws SQLException {
        var names = new ArrayList<String>(List.of(row.getString("display_name")));
        if (row.getString("given_name") != null && row.getString("family_name") != null) {
            names.add(row.getString("given_name") + ' ' + row.getString("family_name"));
        }
        return new Registrant(
                Sql.id(row, "id"),
                row.getString("external_id"),
                row.getString("email"),
                Sql.texts(row, "aliases"),
                row.getString("orcid"),
                names);
    }
}
