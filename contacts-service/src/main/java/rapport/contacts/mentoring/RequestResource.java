package rapport.contacts.mentoring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/mentoring-requests")
@Tag(name = "Mentoring", description = "Finding a mentor by goal, and being one.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class RequestResource {
    private static final UUID FIRST = new UUID(0, 0);

    private final Asking asking;
    private final Answering answering;
    private final Requests requests;
    private final MentoringViews views;
    private final Cursors cursors;
    private final Caller caller;

    RequestResource(
            Asking asking,
            Answering answering,
            Requests requests,
            MentoringViews views,
            Cursors cursors,
            Caller caller) {
        this.asking = asking;
        this.answering = answering;
        this.requests = requests;
        this.views = views;
        this.cursors = cursors;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "askForMentoring",
            summary = "Asks a mentor for help with a goal",
            description =
                    "At most three requests can wait at the same time. Without a free place it waits for one. Nobody's"
                            + " address is revealed.")
    @APIResponse(responseCode = "404", description = "There is no such mentor or goal.")
    @APIResponse(
            responseCode = "201",
            description = "Asked.",
            content = @Content(schema = @Schema(implementation = RequestView.class)))
    public RestResponse<RequestView> ask(@Valid @NotNull NewRequest wanted) {
        RequestView view = toMentee(asking.ask(caller.subject(), wanted));
        return ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header("Location", "mentoring-requests/" + view.id())
                .build();
    }

    @GET
    @Operation(operationId = "listMentoringRequests", summary = "The caller's requests as a mentee, oldest first")
    public Page<RequestView> list(@BeanParam @Valid PageRequest page) {
        String scope = "mentoring-requests:" + caller.subject();
        UUID after = page.isFirst()
                ? FIRST
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        List<RequestView> rows = views.forMentee(requests.page(caller.subject(), after, page.fetch()));
        return Page.of(rows, page.limit(), row -> cursors.encode(scope, row.id()), row -> row);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getMentoringRequest", summary = "One of the caller's requests as a mentee")
    public RequestView get(UUID id) {
        return toMentee(requests.requireOfMentee(caller.subject(), id));
    }

    @POST
    @Path("{id}/withdrawal")
    @Operation(
            operationId = "withdrawMentoringRequest",
            summary = "The mentee takes a request back",
            description = "Again changes nothing.")
    public RequestView withdraw(UUID id) {
        return toMentee(answering.withdraw(caller.subject(), id));
    }

    @POST
    @Path("{id}/acceptance")
    @Operation(
            operationId = "acceptMentoringRequest",
            summary = "The mentor gives a place away",
            description =
                    "Never more than there are. The mentee's other requests for the goal are withdrawn, and both become"
                            + " contacts of each other. Again changes nothing.")
    public InboxView accept(UUID id) {
        return toMentor(answering.accept(caller.subject(), id));
    }

    @POST
    @Path("{id}/refusal")
    @Operation(
            operationId = "declineMentoringRequest",
            summary = "The mentor declines",
            description = "Again changes nothing.")
    public InboxView decline(UUID id) {
        return toMentor(answering.decline(caller.subject(), id));
    }

    @POST
    @Path("{id}/end")
    @Operation(
            operationId = "endMentoring",
            summary = "Mentor or mentee ends the mentoring",
            description = "The place goes to whoever has waited longest. Again changes nothing.")
    public void end(UUID id) {
        answering.end(caller.subject(), id);
    }

    private RequestView toMentee(MentoringRequest request) {
        return views.forMentee(List.of(request)).getFirst();
    }

    private InboxView toMentor(MentoringRequest request) {
        return views.forMentor(List.of(request)).getFirst();
    }
}
