package rapport.events.event;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.staff.StaffRole;
import rapport.kit.edit.ETags;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Roles;

@Path("/organizations/{id}/events")
@Tag(name = "Events")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANIZER)
class NewEventResource {
    private final EventService service;

    NewEventResource(EventService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Operation(operationId = "createEvent", summary = "Create a draft event; the caller becomes its OWNER")
    @APIResponseSchema(value = EventView.class, responseCode = "201", responseDescription = "Created")
    public RestResponse<EventView> create(UUID id, @Valid @NotNull NewEvent body) {
        var view = EventView.of(service.create(id, body), StaffRole.OWNER.name());
        return RestResponse.ResponseBuilder.<EventView>created(URI.create("/events/" + view.id()))
                .entity(view)
                .header("ETag", ETags.of(view.version()))
                .build();
    }
}
