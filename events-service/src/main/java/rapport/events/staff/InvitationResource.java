package rapport.events.staff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/events/{id}/staff-invitations")
@Tag(name = "Staff")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANIZER)
class InvitationResource {
    private final InvitationService service;
    private final InvitationRepository invitations;
    private final EventAccess access;
    private final Cursors cursors;

    InvitationResource(
            InvitationService service, InvitationRepository invitations, EventAccess access, Cursors cursors) {
        this.service = service;
        this.invitations = invitations;
        this.access = access;
        this.cursors = cursors;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "inviteStaff",
            summary = "Invite an address to the staff of an event (owners)",
            description = """
                    Whoever is signed in with that address as verified finds the invitation at /me/staff-invitations and
                    accepts or declines it within 14 days. Inviting the address again replaces its open invitation. No mail
                    is sent. EDITOR and OWNER need the token role organizer for what they do; for SCANNER any account will do.""")
    @APIResponseSchema(value = InvitationView.class, responseCode = "201", responseDescription = "Created")
    public RestResponse<InvitationView> invite(UUID id, @Valid @NotNull NewInvitation body) {
        var view = InvitationView.of(service.invite(id, body));
        return RestResponse.ResponseBuilder.<InvitationView>created(
                        URI.create("/events/" + id + "/staff-invitations/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @Operation(
            operationId = "listStaffInvitations",
            summary = "List the open invitations of an event, expired ones too (owners)")
    public Page<InvitationView> list(UUID id, @BeanParam @Valid PageRequest page) {
        access.requireOwner(id);
        String scope = "staff-invitations:" + id;
        UUID after = page.isFirst()
                ? new UUID(0, 0)
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        return Page.of(
                invitations.open(id, after, page.fetch()),
                page.limit(),
                invitation -> cursors.encode(scope, invitation.id()),
                InvitationView::of);
    }

    @DELETE
    @Path("{invitationId}")
    @Operation(operationId = "revokeStaffInvitation", summary = "Take an open invitation back (owners)")
    public void revoke(UUID id, UUID invitationId) {
        service.revoke(id, invitationId);
    }
}
