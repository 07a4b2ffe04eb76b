package rapport.events.attendeelist;

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
import rapport.events.person.CareerStage;
import rapport.events.registration.RegistrationStatus;
import rapport.kit.paging.ChangeToken;

/**
 * The rows of the attendee list: what people told this event when they registered, and nothing that they told elsewhere. The
 * keys are those that the import of registrations reads.
 *
 * @param after only what has changed after this; null for everything
 */
record AttendeeRows(UUID eventId, Filter filter, Lists lists, ChangeToken after) {

    /** In the order of the list, whatever is asked for. */
    List<Column> columns() {
        return List.of(
                Column.code("registration_id", "r.id"),
                Column.text("external_id", "r.external_id"),
                Column.text("display_name", "r.display_name"),
                Column.text("given_name", "r.given_name"),
                Column.text("family_name", "r.family_name"),
                Column.text("email", "r.email"),
                Column.text("affiliation", "r.affiliation"),
                Column.code("career_stage", "r.career_stage"),
                Column.list("interests", lists.array("r.interests")),
                Column.list("goals", lists.array("r.goals")),
                Column.code("zone", "r.zone"),
                Column.code("locale", "r.locale"),
                Column.code("sharing", "r.sharing"),
                Column.code("status", "r.status"),
                Column.instant("registered_at", "r.created_at"),
                Column.instant("updated_at", "r.updated_at"));
    }

    Selection selection(List<Column> columns) {
        return new Selection(columns, from());
    }

    private String from() {
        var conditions = new ArrayList<String>();
        conditions.add("r.event_id = " + Literal.of(eventId));
        if (filter.status() != null) {
            conditions.add("r.status = " + Literal.of(filter.status().name()));
        }
        if (filter.careerStage() != null) {
            conditions.add("r.career_stage = " + Literal.of(filter.careerStage().name()));
        }
        if (filter.interest() != null) {
            conditions.add("exists (select 1 from unnest(r.interests) as i (v) where lower(i.v) = lower(%s))"
                    .formatted(Literal.of(filter.interest())));
        }
        if (filter.text() != null) {
            conditions.add("position(lower(%s) in lower(concat_ws(' ', r.display_name, r.affiliation))) > 0"
                    .formatted(Literal.of(filter.text())));
        }
        if (after != null) {
            conditions.add("r.change_xid > " + Literal.of(Long.toString(after.xid())) + "::xid8");
        }
        return """
                from   registration r
                where  %s
                order  by r.display_name collate "C", r.id""".formatted(String.join(" and ", conditions));
    }

    /** Which registrations. */
    record Filter(
            @QueryParam("status") @Parameter(description = "All, also cancelled ones, when not given.")
            RegistrationStatus status,

            @QueryParam("careerStage") CareerStage careerStage,

            @QueryParam("interest")
            @Size(max = 100)
            @Parameter(description = "Registrations with this interest, in any case.")
            String interest,

            @QueryParam("text")
            @Size(max = 200)
            @Parameter(description = "Registrations whose name or affiliation contains this, in any case.")
            String text,

            @QueryParam("changedSince")
            @Parameter(
                    description =
                            "What has changed after this token: from the field changes of listRegistrations or the header"
                                    + " Rapport-Changes of an export. What was changing at that moment can come twice.")
            String changedSince) {

        /** What the record of the export tells. */
        Map<String, String> told() {
            var told = new LinkedHashMap<String, String>();
            tell(told, "status", status);
            tell(told, "careerStage", careerStage);
            tell(told, "interest", interest);
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
