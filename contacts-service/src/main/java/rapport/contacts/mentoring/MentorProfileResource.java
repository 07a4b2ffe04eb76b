package rapport.contacts.mentoring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import rapport.kit.edit.ETags;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/me/mentor-profile")
@Tag(name = "Mentoring", description = "Finding a mentor by goal, and being one.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class MentorProfileResource {
    private static final UUID FIRST = new UUID(0, 0);

    private final MentorService service;
    private final Profiles profiles;
    private final Requests requests;
    private final MentoringViews views;
    private final Cursors cursors;
    private final Caller caller;

    MentorProfileResource(
            MentorService service,
            Profiles profiles,
            Requests requests,
            MentoringViews views,
            Cursors cursors,
            Caller caller) {
        this.service = service;
        this.profiles = profiles;
        this.requests = requests;
        this.views = views;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getMentorProfile", summary = "The caller's offer as a mentor")
    public RestResponse<OwnProfileView> get() {
        return answer(profiles.requireOfOwner(caller.subject()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "offerMentoring",
            summary = "Opts in as a mentor, or changes the offer",
            description =
                    "Of the mentor everybody sees only what they chose to show. More places go to those who have waited"
                            + " longest.")
    @APIResponse(responseCode = "200", description = "The offer after the change.")
    public RestResponse<OwnProfileView> offer(@HeaderParam("If-Match") String ifMatch, @Valid @NotNull Offer offer) {
        return answer(service.offer(caller.subject(), ifMatch, offer));
    }

    @DELETE
    @Operation(
            operationId = "retireAsMentor",
            summary = "Opts out as a mentor",
            description = "Requests that wait are declined. Who is mentored stays so until it is ended.")
    public void retire() {
        service.retire(caller.subject());
    }

    @GET
    @Path("requests")
    @Operation(
            operationId = "listReceivedMentoringRequests",
            summary = "What the caller is asked for as a mentor, oldest first")
    public Page<InboxView> inbox(@BeanParam @Valid PageRequest page) {
        MentorProfile profile = profiles.requireOfOwner(caller.subject());
        String scope = "mentor-inbox:" + profile.id();
        UUID after = page.isFirst()
                ? FIRST
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        List<InboxView> rows = views.forMentor(requests.inbox(profile.id(), after, page.fetch()));
        return Page.of(rows, page.limit(), row -> cursors.encode(scope, row.id()), row -> row);
    }

    private RestResponse<OwnProfileView> answer(MentorProfile profile) {
        return ResponseBuilder.ok(OwnProfileView.of(profile, views.mentor(profile)))
                .header("ETag", ETags.of(profile.version()))
                .build();
    }
}
