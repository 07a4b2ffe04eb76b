package rapport.contacts.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import rapport.contacts.person.Myself;
import rapport.contacts.settle.SharingChanges;
import rapport.contacts.sharecard.ShareCards;
import rapport.kit.problem.NotFound;

/** A person's answers to those who ask. The lock on the person puts all that they say about sharing in one order. */
@ApplicationScoped
class ConsentService {
    private final ConsentRepository consents;
    private final Myself myself;
    private final ShareCards cards;
    private final ConsentLog log;
    private final SharingChanges changes;
    private final Clock clock;

    ConsentService(
            ConsentRepository consents,
            Myself myself,
            ShareCards cards,
            ConsentLog log,
            SharingChanges changes,
            Clock clock) {
        this.consents = consents;
        this.myself = myself;
        this.cards = cards;
        this.log = log;
        this.changes = changes;
        this.clock = clock;
    }

    /** Gives the one who asked a card. */
    @Transactional
    public void accept(String subject, UUID id, UUID cardId) {
        UUID me = myself.locked(subject).orElseThrow(() -> new NotFound("request"));
        Consent consent = consents.require(me, id);
        ShareCards.Shown card = cards.require(me, cardId);
        Instant now = clock.instant();
        if (consent.grant(card, now)) {
            log.granted(consent, card, now);
            changes.of(me);
        }
    }

    /** Not now and not later, unless the person changes their mind. */
    @Transactional
    public void decline(String subject, UUID id) {
        UUID me = myself.locked(subject).orElseThrow(() -> new NotFound("request"));
        consents.require(me, id).decline(clock.instant());
    }
}
