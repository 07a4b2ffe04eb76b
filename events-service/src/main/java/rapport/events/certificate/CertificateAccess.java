package rapport.events.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import rapport.events.person.People;
import rapport.events.staff.EventAccess;
import rapport.kit.problem.NotFound;

/** Certificates are for their holders and for the editors of the event. One of others is the same 404 as a random id. */
@ApplicationScoped
class CertificateAccess {
    private final CertificateTable certificates;
    private final EventAccess events;
    private final People people;

    CertificateAccess(CertificateTable certificates, EventAccess events, People people) {
        this.certificates = certificates;
        this.events = events;
        this.people = people;
    }

    /** Whose registration the caller is limited to; null when they may act for everybody. */
    UUID limitedTo(UUID eventId) {
        boolean staff = events.requireVisible(eventId).mayEdit();
        return staff ? null : people.callersPerson().orElseThrow(() -> new NotFound("registration"));
    }

    Certificate forReading(UUID id) {
        Certificate certificate = certificates.byId(id).orElseThrow(() -> new NotFound("certificate"));
        UUID holder = certificates.holderOf(id).orElseThrow(() -> new NotFound("certificate"));
        if (people.callersPerson().filter(holder::equals).isEmpty()) {
            requireEditor(certificate);
        }
        return certificate;
    }

    void forRevoking(UUID id) {
        requireEditor(certificates.byId(id).orElseThrow(() -> new NotFound("certificate")));
    }

    private void requireEditor(Certificate certificate) {
        try {
            events.requireEditor(certificate.eventId());
        } catch (NotFound foreignEvent) {
            throw new NotFound("certificate");
        }
    }
}
