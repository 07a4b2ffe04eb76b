package rapport.events.speaker;

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
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.staff.EventAccess;
import rapport.kit.edit.ETags;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;
import rapport.kit.problem.Invalid;

@Path("/events/{id}/speakers")
@Tag(name = "Speakers", description = "The parts people have in an event.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ATTENDEE)
class SpeakerResource {
    private final SpeakerService service;
    private final SpeakerRepository speakers;
    private final SpeakerList list;
    private final MergeProposals proposals;
    private final EventAccess access;

    SpeakerResource(
            SpeakerService service,
            SpeakerRepository speakers,
            SpeakerList list,
            MergeProposals proposals,
            EventAccess access) {
        this.service = service;
        this.speakers = speakers;
        this.list = list;
        this.proposals = proposals;
        this.access = access;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @RolesAllowed(Roles.ORGANIZER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createSpeaker", summary = "Add a speaker to an event (owners and editors)")
    @APIResponseSchema(value = SpeakerView.class, responseCode = "201", responseDescription = "Created")
    public RestResponse<SpeakerView> create(UUID id, @Valid @NotNull NewSpeaker body) {
        access.requireEditor(id);
        var view = forEditors(service.create(id, body));
        return RestResponse.ResponseBuilder.<SpeakerView>created(URI.create("/events/" + id + "/speakers/" + view.id()))
                .entity(view)
                .header("ETag", ETags.of(view.version()))
                .build();
    }

    @GET
    @Operation(
            operationId = "listSpeakers",
            summary = "List the speakers of an event, or what has changed among them",
            description = "With changedSince: every change after the token once, removed speakers with status REMOVED.")
    public Page<SpeakerView> list(
            UUID id,
            @BeanParam @Valid PageRequest page,
            @QueryParam("externalId")
                    @Size(max = 200)
                    @Parameter(description = "The organizer's own key, also one of before a merge.")
                    String externalId,
            @QueryParam("text") @Size(max = 100) @Parameter(description = "Part of name or affiliation, in any case.")
                    String text,
            @QueryParam("changedSince") @Parameter(description = "Opaque token from the field changes of a page.")
                    String changedSince) {
        boolean editor = access.requireVisible(id).mayEdit();
        var filter = new SpeakerFilter(externalId, text);
        if (changedSince == null) {
            return list.page(id, filter, page, editor);
        }
        if (!filter.isEmpty()) {
            throw Invalid.of("query:changedSince", "not-combinable", "Changes come without filters.");
        }
        return list.changes(id, page, changedSince, editor);
    }

    @GET
    @Path("{speakerId}")
    @Operation(
            operationId = "getSpeaker",
            summary = "Read a speaker; an id of before a merge gives the one that is left")
    public RestResponse<SpeakerView> get(UUID id, UUID speakerId) {
        boolean editor = access.requireVisible(id).mayEdit();
        Speaker speaker = speakers.require(id, speakerId);
        return tagged(editor ? forEditors(speaker) : SpeakerView.of(speaker, false));
    }

    @PATCH
    @Path("{speakerId}")
    @RolesAllowed(Roles.ORGANIZER)
    @Consumes("application/merge-patch+json")
    @Operation(
            operationId = "changeSpeaker",
            summary = "Change a speaker (owners and editors)",
            description =
                    "An address that belongs to another speaker of the event proposes a merge instead of failing.")
    public RestResponse<SpeakerView> change(
            UUID id, UUID speakerId, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull SpeakerChange body) {
        access.requireEditor(id);
        return tagged(forEditors(service.change(id, speakerId, ifMatch, body)));
    }

    @DELETE
    @Path("{speakerId}")
    @RolesAllowed(Roles.ORGANIZER)
    @Operation(
            operationId = "removeSpeaker",
            summary = "Remove a speaker from an event and its sessions (owners and editors)",
            description = "Follow-ups and contacts learn of it. The same person can be added again as a new speaker.")
    public void remove(UUID id, UUID speakerId) {
        access.requireEditor(id);
        service.remove(id, speakerId);
    }

    private SpeakerView forEditors(Speaker speaker) {
        return SpeakerView.of(speaker, true, proposals.otherOf(speaker.id()));
    }

    private static RestResponse<SpeakerView> tagged(SpeakerView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", ETags.of(view.version()))
                .build();
    }
}
