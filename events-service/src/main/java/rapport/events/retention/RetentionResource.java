package rapport.events.retention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.staff.EventAccess;
import rapport.kit.edit.ETags;
import rapport.kit.identity.Roles;

@Path("/events/{id}/retention")
@Tag(name = "Retention", description = "When the personal data of an event are deleted.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANIZER)
class RetentionResource {
    private final RetentionService service;
    private final RetentionTable table;
    private final RetentionConfig config;
    private final EventAccess access;
    private final Clock clock;

    RetentionResource(
            RetentionService service, RetentionTable table, RetentionConfig config, EventAccess access, Clock clock) {
        this.service = service;
        this.table = table;
        this.config = config;
        this.access = access;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getRetention",
            summary = "When and what of an event's personal data is deleted (owners)",
            description =
                    "Nothing is deleted before it has stood here as ANNOUNCED for the whole notice, except on a day that"
                            + " an owner has chosen.")
    public RestResponse<RetentionView> get(UUID id) {
        access.requireOwner(id);
        return answer(id);
    }

    @PATCH
    @Consumes("application/merge-patch+json")
    @Operation(
            operationId = "changeRetention",
            summary = "Postpone the deletion or bring it forward (owners)",
            description = "From the day after the event to a year after its regular day; null goes back to that one.")
    public RestResponse<RetentionView> change(
            UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull RetentionChange body) {
        access.requireOwner(id);
        service.change(id, ifMatch, body);
        return answer(id);
    }

    private RestResponse<RetentionView> answer(UUID id) {
        var view = RetentionView.of(table.of(id), table.held(id), config, clock.instant());
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", ETags.of(view.version()))
                .build();
    }
}
