package rapport.contacts.goal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import rapport.kit.edit.Change;
import rapport.kit.edit.ETags;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/goals")
@Tag(name = "Goals", description = "What attendees want to reach.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class GoalResource {
    private static final UUID FIRST = new UUID(0, 0);

    private final GoalService service;
    private final Goals goals;
    private final Cursors cursors;
    private final Caller caller;

    GoalResource(GoalService service, Goals goals, Cursors cursors, Caller caller) {
        this.service = service;
        this.goals = goals;
        this.cursors = cursors;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addGoal", summary = "States a goal")
    @APIResponse(
            responseCode = "201",
            description = "Stated.",
            content = @Content(schema = @Schema(implementation = GoalView.class)))
    public RestResponse<GoalView> add(@Valid @NotNull NewGoal told) {
        GoalView view = GoalView.of(service.add(caller.subject(), told));
        return ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header("Location", "goals/" + view.id())
                .header("ETag", ETags.of(view.version()))
                .build();
    }

    @GET
    @Operation(operationId = "listGoals", summary = "The caller's goals, oldest first")
    public Page<GoalView> list(@BeanParam @Valid PageRequest page) {
        String scope = "goals:" + caller.subject();
        UUID after = page.isFirst()
                ? FIRST
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        return Page.of(
                goals.page(caller.subject(), after, page.fetch()),
                page.limit(),
                goal -> cursors.encode(scope, goal.id()),
                GoalView::of);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getGoal", summary = "One goal")
    public RestResponse<GoalView> get(UUID id) {
        return answer(goals.require(caller.subject(), id));
    }

    @PATCH
    @Path("{id}")
    @Consumes(Change.MERGE_PATCH)
    @Operation(operationId = "changeGoal", summary = "Changes a goal")
    @APIResponse(responseCode = "200", description = "The goal after the change.")
    public RestResponse<GoalView> change(
            UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull GoalChange change) {
        return answer(service.change(caller.subject(), id, ifMatch, change));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "removeGoal", summary = "Removes a goal")
    public void remove(UUID id) {
        service.remove(caller.subject(), id);
    }

    private static RestResponse<GoalView> answer(Goal goal) {
        return ResponseBuilder.ok(GoalView.of(goal))
                .header("ETag", ETags.of(goal.version()))
                .build();
    }
}
