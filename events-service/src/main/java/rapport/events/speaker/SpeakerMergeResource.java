package rapport.events.speaker;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.staff.EventAccess;
import rapport.kit.edit.ETags;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/events/{id}/speaker-merges")
@Tag(name = "Speakers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANIZER)
class SpeakerMergeResource {
    private final SpeakerMerge service;
    private final MergeProposals proposals;
    private final EventAccess access;
    private final Cursors cursors;

    SpeakerMergeResource(SpeakerMerge service, MergeProposals proposals, EventAccess access, Cursors cursors) {
        this.service = service;
        this.proposals = proposals;
        this.access = access;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            operationId = "listSpeakerMerges",
            summary = "List pairs of speakers that may be one human (owners and editors)")
    public Page<MergeProposalView> list(
            UUID id,
            @QueryParam("status") @DefaultValue("OPEN") MergeStatus status,
            @BeanParam @Valid PageRequest page) {
        access.requireEditor(id);
        String scope = "speaker-merges:" + id + ":" + status;
        UUID after = page.isFirst()
                ? new UUID(0, 0)
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        return Page.of(
                proposals.page(id, status, after, page.fetch()),
                page.limit(),
                proposal -> cursors.encode(scope, proposal.id()),
                MergeProposalView::of);
    }

    @POST
    @Path("{proposalId}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "acceptSpeakerMerge",
            summary = "Make one speaker of two (owners and editors)",
            description = """
                    The kept speaker takes the sessions of the other one and what only that one knew. The other one's id and
                    external id lead to the kept one from then on.""")
    public RestResponse<SpeakerView> accept(UUID id, UUID proposalId, @Valid @NotNull MergeChoice body) {
        access.requireEditor(id);
        var view = SpeakerView.of(service.accept(id, proposalId, body.keep()), true);
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", ETags.of(view.version()))
                .build();
    }

    @POST
    @Path("{proposalId}/dismissal")
    @Operation(
            operationId = "dismissSpeakerMerge",
            summary = "Say that the two are different people (owners and editors)",
            description = "It is remembered: the pair is not proposed again.")
    public MergeProposalView dismiss(UUID id, UUID proposalId) {
        access.requireEditor(id);
        return MergeProposalView.of(service.dismiss(id, proposalId));
    }
}
