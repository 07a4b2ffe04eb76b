package rapport.contacts.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.contacts.person.Myself;
import rapport.contacts.receipt.Receipts;
import rapport.contacts.receipt.Through;
import rapport.contacts.settle.SharingChanges;
import rapport.kit.problem.NotFound;

/** Takes consents back. What nobody sees any more cannot be taken back, so doing it twice is doing it once. */
@ApplicationScoped
class Revocation {
    private final Myself myself;
    private final Holders holders;
    private final ConsentRepository consents;
    private final ConsentLog log;
    private final Receipts receipts;
    private final SharingChanges changes;

    Revocation(
            Myself myself,
            Holders holders,
            ConsentRepository consents,
            ConsentLog log,
            Receipts receipts,
            SharingChanges changes) {
        this.myself = myself;
        this.holders = holders;
        this.consents = consents;
        this.log = log;
        this.receipts = receipts;
        this.changes = changes;
    }

    /** From one holder. */
    @Transactional
    public void from(String subject, UUID holding) {
        UUID me = myself.locked(subject).orElseThrow(() -> new NotFound("holder"));
        end(me, List.of(holders.require(me, holding)), null, Through.HOLDER);
        changes.of(me);
    }

    /**
     * From all, and from those who come later: what was chosen at the registration does not count any more.
     *
     * @param event null for all events
     */
    @Transactional
    public void fromAll(String subject, UUID event) {
        Optional<UUID> known = myself.locked(subject);
        if (known.isEmpty()) {
            return;
        }
        UUID me = known.get();
        Through through = event == null ? Through.EVERYWHERE : Through.EVENT;
        end(me, holders.at(me, event), event, through);
        receipts.registrationsWithdrawn(me, event, through);
        changes.of(me);
    }

    private void end(UUID me, List<Holders.Holding> holdings, UUID event, Through through) {
        for (Holders.Holding holding : holdings) {
            if (!holding.fields().isEmpty()) {
                consents.withdraw(me, holding.holder()).ifPresent(w -> log.withdrawn(me, holding, w, event, through));
            }
        }
    }
}
