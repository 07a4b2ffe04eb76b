package rapport.events.attendancelist;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import rapport.events.export.Column;
import rapport.events.export.Lists;
import rapport.events.export.Literal;
import rapport.events.export.Selection;
import rapport.kit.paging.ChangeToken;

/**
 * The rows of the attendance list, one per person and session, with the names that this event was told.
 *
 * @param after only what has changed after this; null for everything
 */
record AttendedRows(UUID eventId, Filter filter, String zone, Lists lists, ChangeToken after) {

    /** In the order of the list, whatever is asked for. */
    List<Column> columns() {
        return List.of(
                Column.code("attendance_id", "a.id"),
                Column.code("registration_id", "a.registration_id"),
                Column.text("external_id", "r.external_id"),
                Column.text("display_name", "r.display_name"),
                Column.text("email", "r.email"),
                Column.code("session_id", "a.session_id"),
                Column.text("session_title", "s.title"),
                Column.number("minutes", "a.seconds / 60"),
                Column.number("percent", "a.percent"),
                Column.number("required_percent", "a.required"),
                Column.flag("attended", "a.attended"),
                Column.flag("assumed", "a.assumed"),
                Column.localTime("first_in", "a.first_in", zone),
                Column.localTime("last_out", "a.last_out", zone),
                Column.instant("first_in_utc", "a.first_in"),
                Column.list("sources", lists.array("a.sources")),
                Column.code("zone", Literal.of(zone)),
                Column.instant("updated_at", "a.updated_at"));
    }

    Selection selection(List<Column> columns) {
        return new Selection(columns, from());
    }

    private String from() {
        var conditions = new ArrayList<String>();
        conditions.add("a.event_id = " + Literal.of(eventId));
        conditions.add("a.status = 'ACTIVE'");
        if (filter.sessionId() != null) {
            conditions.add("a.session_id = " + Literal.of(filter.sessionId()));
        }
        if (filter.registrationId() != null) {
            conditions.add("a.registration_id = " + Literal.of(filter.registrationId()));
        }
        if (filter.attended() != null) {
            conditions.add("a.attended = " + filter.attended());
        }
        if (filter.text() != null) {
            conditions.add("position(lower(%s) in lower(r.display_name)) > 0".formatted(Literal.of(filter.text())));
        }
        if (after != null) {
            conditions.add("a.change_xid > " + Literal.of(Long.toString(after.xid())) + "::xid8");
        }
        return """
                from   attendance a
                join   registration r on r.id = a.registration_id
                join   session s on s.id = a.session_id
                where  %s
                order  by s.start_instant, s.id, r.display_name collate "C", a.id""".formatted(String.join(" and ", conditions));
    }

    /** Which attendance. */
    record Filter(
            @QueryParam("sessionId") @Parameter(description = "Only of this session.")
            UUID sessionId,

            @QueryParam("registrationId") @Parameter(description = "Only of this registration.")
            UUID registrationId,

            @QueryParam("attended") @Parameter(description = "Only where the event's rule is met, or is not.")
            Boolean attended,

            @QueryParam("text") @Size(max = 200) @Parameter(description = "Whose name contains this, in any case.")
            String text,

            @QueryParam("changedSince")
            @Parameter(
                    description =
                            "What has changed after this token: from the field changes of listAttendance or the header"
                                    + " Rapport-Changes of an export. What was changing at that moment can come twice.")
            String changedSince) {

        /** What the record of the export tells. */
        Map<String, String> told() {
            var told = new LinkedHashMap<String, String>();
            tell(told, "sessionId", sessionId);
            tell(told, "registrationId", registrationId);
            tell(told, "attended", attended);
            tell(told, "text", text);
            tell(told, "changedSince", changedSince);
            return told;
        }

        private static void tell(Map<String, String> told, String name, Object value) {
            if (value != null) {
                told.put(name, value.toString());
            }
        }
    }
}
