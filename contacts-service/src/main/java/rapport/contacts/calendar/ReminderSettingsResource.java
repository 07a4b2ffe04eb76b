package rapport.contacts.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import rapport.kit.edit.ETags;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;

@Path("/me/reminder-settings")
@Tag(name = "Cadence", description = "How often the owner wants to be in touch, and when to be reminded.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class ReminderSettingsResource {
    private final OwnerCalendar calendar;
    private final Caller caller;

    ReminderSettingsResource(OwnerCalendar calendar, Caller caller) {
        this.calendar = calendar;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getReminderSettings", summary = "When the caller is reminded")
    public RestResponse<ReminderSettingsView> get() {
        return answer();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "setReminderSettings", summary = "Says when the caller wants to be reminded")
    @APIResponse(responseCode = "200", description = "The settings after the change.")
    public RestResponse<ReminderSettingsView> set(
            @HeaderParam("If-Match") String ifMatch, @Valid @NotNull NewReminderSettings wanted) {
        calendar.set(caller.subject(), ifMatch, wanted.settings());
        return answer();
    }

    private RestResponse<ReminderSettingsView> answer() {
        long version = calendar.version(caller.subject());
        return ResponseBuilder.ok(ReminderSettingsView.of(calendar.of(caller.subject()), version))
                .header("ETag", ETags.of(version))
                .build();
    }
}
