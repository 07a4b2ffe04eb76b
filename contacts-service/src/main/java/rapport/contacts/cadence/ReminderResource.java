package rapport.contacts.cadence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/reminders")
@Tag(name = "Cadence", description = "How often the owner wants to be in touch, and when to be reminded.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class ReminderResource {
    private final Reminders reminders;
    private final Cursors cursors;
    private final Caller caller;

    ReminderResource(Reminders reminders, Cursors cursors, Caller caller) {
        this.reminders = reminders;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listReminders",
            summary = "With whom to be in touch, day by day",
            description = "At most three a day, in the caller's zone, with the reason. A reminder is done by logging an"
                    + " interaction with the contact.")
    public Page<ReminderView> list(
            @BeanParam @Valid PageRequest page,
            @QueryParam("until") @Parameter(description = "No later days than this one.") LocalDate until) {
        String scope = "reminders:" + caller.subject() + ":" + until;
        Reminders.Plan plan = reminders.plan(caller.subject());
        List<Reminder> rows = plan.reminders().stream()
                .filter(r -> until == null || !r.plannedOn().isAfter(until))
                .toList();
        return Page.of(
                after(rows, page, scope),
                page.limit(),
                r -> cursors.encode(scope, r.plannedOn(), r.candidate().contactId()),
                r -> ReminderView.of(r, plan.today()));
    }

    /** Goes on after the reminder that was shown last; where that has moved in the meantime, after its day. */
    private List<Reminder> after(List<Reminder> rows, PageRequest page, String scope) {
        if (page.isFirst()) {
            return rows;
        }
        List<String> last = cursors.decode(scope, page.cursor());
        LocalDate day = LocalDate.parse(last.getFirst());
        UUID contact = UUID.fromString(last.getLast());
        for (int i = 0; i < rows.size(); i++) {
            Reminder row = rows.get(i);
            if (row.plannedOn().equals(day) && row.candidate().contactId().equals(contact)) {
                return rows.subList(i + 1, rows.size());
            }
        }
        return rows.stream().filter(r -> r.plannedOn().isAfter(day)).toList();
    }
}
