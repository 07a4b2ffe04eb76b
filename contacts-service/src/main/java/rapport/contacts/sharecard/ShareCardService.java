package rapport.contacts.sharecard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import rapport.contacts.person.Myself;
import rapport.contacts.receipt.Receipts;
import rapport.contacts.settle.SharingChanges;
import rapport.kit.edit.ETags;
import rapport.kit.id.Ids;
import rapport.kit.problem.NotFound;

/** Makes and changes cards. What that shows to whom, and the receipts of it, follow in the same transaction. */
@ApplicationScoped
class ShareCardService {
    private static final int MOST = 20;

    private final ShareCardRepository cards;
    private final ShownCards shown;
    private final Myself myself;
    private final Receipts receipts;
    private final SharingChanges changes;

    ShareCardService(
            ShareCardRepository cards, ShownCards shown, Myself myself, Receipts receipts, SharingChanges changes) {
        this.cards = cards;
        this.shown = shown;
        this.myself = myself;
        this.receipts = receipts;
        this.changes = changes;
    }

    @Transactional
    ShareCard add(String subject, NewShareCard wanted) {
        UUID me = myself.locked(subject).orElseThrow(CardRefused.PersonUnknown::new);
        long before = cards.ofPerson(me);
        if (before >= MOST) {
            throw new CardRefused.TooMany(MOST);
        }
        var card = new ShareCard(Ids.next(), me, wanted);
        check(me, card);
        cards.persistAndFlush(card);
        if (before == 0) {
            shown.byDefault(me, card.id());
        }
        changed(me);
        return card;
    }

    @Transactional
    ShareCard change(String subject, UUID id, String ifMatch, ShareCardChange change) {
        UUID me = locked(subject);
        ShareCard card = cards.require(me, id);
        ETags.require(ifMatch, card.version());
        card.become(change.of(card));
        check(me, card);
        changed(me);
        return card;
    }

    private void check(UUID me, ShareCard card) {
        if (cards.taken(me, card.name(), card.id())) {
            throw new CardRefused.NameTaken();
        }
        if (card.email() != null && !shown.verified(me, card.email())) {
            throw new CardRefused.AddressNotVerified();
        }
    }

    /** Nobody who sees this card shall see another one in its stead that nobody chose for them. */
    @Transactional
    void remove(String subject, UUID id) {
        UUID me = locked(subject);
        ShareCard card = cards.require(me, id);
        if (shown.inUse(me, id)) {
            throw new CardRefused.InUse();
        }
        cards.delete(card);
    }

    @Transactional
    ShareCard showByDefault(String subject, UUID id) {
        UUID me = locked(subject);
        ShareCard card = cards.require(me, id);
        shown.byDefault(me, id);
        changed(me);
        return card;
    }

    @Transactional
    ShareCard showAt(String subject, UUID id, UUID event) {
        UUID me = locked(subject);
        ShareCard card = cards.require(me, id);
        shown.at(me, event, id);
        changed(me);
        return card;
    }

    @Transactional
    void showDefaultAt(String subject, UUID id, UUID event) {
        UUID me = locked(subject);
        cards.require(me, id);
        shown.defaultAt(me, event);
        changed(me);
    }

    private UUID locked(String subject) {
        return myself.locked(subject).orElseThrow(() -> new NotFound("card"));
    }

    private void changed(UUID me) {
        cards.flush();
        receipts.cardsChanged(me);
        changes.of(me);
    }
}
