package rapport.events.staff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.identifier.EmailAddress;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Page;

@Path("/me/staff-invitations")
@Tag(name = "Me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ATTENDEE)
class MyInvitationResource {
    private final InvitationService service;
    private final InvitationRepository invitations;
    private final Caller caller;
    private final Clock clock;

    MyInvitationResource(InvitationService service, InvitationRepository invitations, Caller caller, Clock clock) {
        this.service = service;
        this.invitations = invitations;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listMyStaffInvitations",
            summary = "The invitations to the staff of events that wait for the caller's verified address",
            description = "Empty for a caller without a verified address: nobody can have invited them.")
    public Page<MyInvitationView> list() {
        return Page.of(caller.verifiedEmail()
                .flatMap(EmailAddress::normalized)
                .map(address -> invitations.addressedTo(address, clock.instant()))
                .orElse(List.of()));
    }

    @POST
    @Path("{invitationId}/acceptance")
    @Operation(
            operationId = "acceptStaffInvitation",
            summary = "Join the staff of an event",
            description = "Accepting again changes nothing. Who has a larger role already keeps it.")
    public StaffView accept(UUID invitationId) {
        return service.accept(invitationId);
    }

    @POST
    @Path("{invitationId}/refusal")
    @Operation(operationId = "declineStaffInvitation", summary = "Decline an invitation")
    public void decline(UUID invitationId) {
        service.decline(invitationId);
    }
}
