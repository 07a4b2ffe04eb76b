package rapport.events.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import rapport.kit.identifier.EmailAddress;
import rapport.kit.identity.Caller;
import rapport.kit.problem.NotFound;

/** Invitations to the staff. An invitation of others is the same 404 as a random id. */
@ApplicationScoped
class InvitationService {
    private final InvitationRepository invitations;
    private final StaffService staff;
    private final Caller caller;
    private final Clock clock;
    private final StaffConfig config;

    InvitationService(
            InvitationRepository invitations, StaffService staff, Caller caller, Clock clock, StaffConfig config) {
        this.invitations = invitations;
        this.staff = staff;
        this.caller = caller;
        this.clock = clock;
        this.config = config;
    }

    @Transactional
    StaffInvitation invite(UUID eventId, NewInvitation request) {
        staff.lockOwned(eventId);
        String address = EmailAddress.normalized(request.email()).orElseThrow();
        var now = clock.instant();
        invitations.replace(eventId, address, now);
        var invitation = new StaffInvitation(
                eventId, address, request.role(), caller.subject(), config.invitationValidity(), now);
        invitations.persist(invitation);
        return invitation;
    }

    @Transactional
    void revoke(UUID eventId, UUID id) {
        staff.lockOwned(eventId);
        invitations.requireOpen(eventId, id).revoke(clock.instant());
    }

    /** Requests of one event take turns at its row; the second one finds what the first one did. */
    @Transactional
    StaffView accept(UUID id) {
        StaffInvitation invitation = lock(id);
        if (invitation.isAcceptedBy(caller.subject())) {
            return staff.joined(invitation.eventId());
        }
        requireCallers(invitation);
        invitation.accept(caller.subject(), clock.instant());
        return staff.join(invitation.eventId(), invitation.role());
    }

    @Transactional
    void decline(UUID id) {
        StaffInvitation invitation = lock(id);
        requireCallers(invitation);
        invitation.decline(clock.instant());
    }

    private StaffInvitation lock(UUID id) {
        UUID eventId = invitations.eventOf(id).orElseThrow(() -> new NotFound("invitation"));
        staff.lockEvent(eventId);
        return invitations.require(id);
    }

    private void requireCallers(StaffInvitation invitation) {
        boolean own = caller.verifiedEmail()
                .flatMap(EmailAddress::normalized)
                .filter(address -> address.equals(invitation.address()))
                .isPresent();
        if (!own) {
            throw new NotFound("invitation");
        }
    }
}
