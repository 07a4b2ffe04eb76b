package rapport.events.badge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import rapport.events.registration.RegistrationPublisher;

@ApplicationScoped
class BadgeService {
    private final BadgeRepository badges;
    private final BadgeTokens tokens;
    private final RegistrationPublisher publisher;
    private final Clock clock;

    BadgeService(BadgeRepository badges, BadgeTokens tokens, RegistrationPublisher publisher, Clock clock) {
        this.badges = badges;
        this.tokens = tokens;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Transactional
    Badge rotate(UUID id) {
        Badge badge = badges.lock(id);
        if (badge.status() == BadgeStatus.REVOKED && badges.hasActive(badge.registrationId())) {
            throw new BadgeRevoked();
        }
        Badge next = badge.rotate(tokens.fresh(), clock.instant());
        // The old one first: a registration has one active badge at any moment, also between two statements.
        badges.flush();
        badges.persist(next);
        publisher.badgesChanged(List.of(next.registrationId()), clock.instant());
        return next;
    }

    @Transactional
    Badge revoke(UUID id) {
        Badge badge = badges.lock(id);
        badge.revoke(clock.instant());
        publisher.badgesChanged(List.of(badge.registrationId()), clock.instant());
        return badge;
    }
}
