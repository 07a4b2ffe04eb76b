package rapport.events.event;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.staff.EventAccess;
import rapport.kit.edit.ETags;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/events")
@Tag(name = "Events", description = "Conferences and webinars.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ATTENDEE)
class EventResource {
    private final EventService service;
    private final EventRepository events;
    private final EventAccess access;
    private final Caller caller;
    private final Cursors cursors;

    EventResource(EventService service, EventRepository events, EventAccess access, Caller caller, Cursors cursors) {
        this.service = service;
        this.events = events;
        this.access = access;
        this.caller = caller;
        this.cursors = cursors;
    }

    @GET
    @Operation(operationId = "listEvents", summary = "List published events and the caller's own")
    public Page<EventView> list(
            @BeanParam @Valid PageRequest page,
            @QueryParam("status")
                    @Parameter(
                            description = "Published and the caller's own when it is not sent; drafts for staff only.")
                    EventStatus status,
            @QueryParam("kind") EventKind kind,
            @QueryParam("from") @Parameter(description = "Ends on this day or later.") LocalDate from,
            @QueryParam("to") @Parameter(description = "Begins on this day or earlier.") LocalDate to,
            @QueryParam("text") @Size(max = 100) @Parameter(description = "Part of name or venue, in any case.")
                    String text) {
        var filter = new EventFilter(status, kind, from, to, text);
        String scope = "events:" + caller.subject();
        UUID after = page.isFirst()
                ? new UUID(0, 0)
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        return Page.of(
                events.visible(caller.subject(), filter, after, page.fetch()),
                page.limit(),
                row -> cursors.encode(scope, row.event().id()),
                row -> EventView.of(
                        row.event(), row.role() == null ? null : row.role().toString()));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getEvent", summary = "Read an event; drafts only for their staff")
    public RestResponse<EventView> get(UUID id) {
        var standing = access.requireVisible(id);
        return tagged(EventView.of(events.require(id), standing));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Roles.ORGANIZER)
    @Consumes("application/merge-patch+json")
    @Operation(
            operationId = "changeEvent",
            summary = "Change an event (owners and editors)",
            description =
                    "Another zone keeps the wall times of the event and of its sessions and moves their instants.")
    public RestResponse<EventView> change(
            UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull EventChange body) {
        return answer(service.change(id, ifMatch, body));
    }

    @POST
    @Path("{id}/publication")
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(operationId = "publishEvent", summary = "Publish a draft (owners)")
    public RestResponse<EventView> publish(UUID id) {
        return answer(service.publish(id));
    }

    @POST
    @Path("{id}/cancellation")
    @RolesAllowed(Roles.ORGANIZER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "cancelEvent", summary = "Cancel a published event (owners); sends nothing to anybody")
    public RestResponse<EventView> cancel(UUID id, @Valid @NotNull Cancellation body) {
        return answer(service.cancel(id, body.reason()));
    }

    @POST
    @Path("{id}/archival")
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(operationId = "archiveEvent", summary = "Archive a published event (owners)")
    public RestResponse<EventView> archive(UUID id) {
        return answer(service.archive(id));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(
            operationId = "deleteEvent",
            summary = "Delete a draft with its programme (owners)",
            description = "409 once it was published, somebody is registered, or lists were exported from it.")
    public void delete(UUID id) {
        service.delete(id);
    }

    private RestResponse<EventView> answer(Event event) {
        return tagged(EventView.of(event, access.requireVisible(event.id())));
    }

    private static RestResponse<EventView> tagged(EventView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", ETags.of(view.version()))
                .build();
    }
}
