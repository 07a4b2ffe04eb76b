package rapport.contacts.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import rapport.contacts.receipt.Receipts;
import rapport.contacts.receipt.Through;
import rapport.contacts.sharecard.ShareCards;
import rapport.kit.outbox.Outbox;

/** Writes down what was given and taken back: as a receipt, and as a fact for the other services. */
@ApplicationScoped
class ConsentLog {
    private final Receipts receipts;
    private final Outbox outbox;

    ConsentLog(Receipts receipts, Outbox outbox) {
        this.receipts = receipts;
        this.outbox = outbox;
    }

    void granted(Consent consent, ShareCards.Shown card, Instant now) {
        UUID receipt = receipts.granted(new Receipts.Told(
                consent.personId(), consent.holder(), null, card.id(), card.version(), card.fields(), Through.REQUEST));
        outbox.append(new ConsentMessage.Granted(
                        consent.id(), consent.version(), consent.personId(), consent.holder(), receipt, now)
                .fact());
    }

    void withdrawn(
            UUID person, Holders.Holding holding, ConsentRepository.Withdrawn withdrawn, UUID event, Through through) {
        UUID receipt = receipts.withdrawn(
                new Receipts.Told(person, holding.holder(), event, holding.card(), null, holding.fields(), through));
        outbox.append(new ConsentMessage.Withdrawn(
                        withdrawn.id(), withdrawn.version(), person, holding.holder(), receipt, withdrawn.at())
                .fact());
    }
}
