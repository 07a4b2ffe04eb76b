package rapport.events.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import rapport.kit.id.Ids;

/** Issues certificates and takes them back. */
@ApplicationScoped
class CertificateService {
    /** @param issued false when the valid certificate says the same already */
    record Issue(Certificate certificate, boolean issued) {}

    private final CertificateTable certificates;
    private final Entitlements entitlements;
    private final Clock clock;

    CertificateService(CertificateTable certificates, Entitlements entitlements, Clock clock) {
        this.certificates = certificates;
        this.entitlements = entitlements;
        this.clock = clock;
    }

    /**
     * The certificate of what is known now. One that says something else is revoked; one that says the same stays.
     *
     * @param holder the person who asks for their own; null when staff asks
     * @param shown what the holder wants; null for what it was, at first the initials
     */
    @Transactional
    Issue issue(UUID eventId, UUID registrationId, UUID holder, NameShown shown) {
        Instant now = clock.instant();
        Entitlement known = entitlements.lock(eventId, registrationId, holder, now);
        if (known.sessions().isEmpty()) {
            throw new CertificateRefused.NothingAttended(known.required());
        }
        Optional<Certificate> valid = certificates.valid(registrationId);
        NameShown before = valid.map(Certificate::nameShown).orElse(NameShown.INITIALS);
        // Only the holder decides that strangers may read the name.
        NameShown wanted = holder == null || shown == null ? before : shown;
        if (valid.isPresent() && valid.get().says(known, wanted)) {
            return new Issue(valid.get(), false);
        }
        valid.ifPresent(old -> certificates.revoke(old.id(), Certificate.Because.REPLACED, now));
        UUID id = Ids.next();
        certificates.add(id, UUID.randomUUID(), known, wanted, now);
        return new Issue(certificates.byId(id).orElseThrow(), true);
    }

    /** Doing it again changes nothing. */
    @Transactional
    Certificate withdraw(UUID id) {
        certificates.revoke(id, Certificate.Because.WITHDRAWN, clock.instant());
        return certificates.byId(id).orElseThrow();
    }
}
