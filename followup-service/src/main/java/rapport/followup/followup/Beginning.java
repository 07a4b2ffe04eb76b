package rapport.followup.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import rapport.followup.preparation.Preparation;

/** Begins follow-ups for other features: drafts by a playbook, which their owner approves one by one. */
@ApplicationScoped
public class Beginning {

    private final Drafting drafting;
    private final FollowUpRepository followUps;
    private final FollowUpStore store;

    Beginning(Drafting drafting, FollowUpRepository followUps, FollowUpStore store) {
        this.drafting = drafting;
        this.followUps = followUps;
        this.store = store;
    }

    /**
     * @param sessionId the session it is about; null for the event
     * @param locale the language of its words; null for English
     * @param audience the audience that the recipient has to belong to until the message is sent
     */
    public record How(
            UUID eventId, UUID sessionId, String playbook, String locale, Preparation preparation, UUID audience) {}

    /** In the caller's transaction. @return the id of the draft */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID draft(String owner, String ownerName, UUID contact, How how) {
        var parts = how.preparation();
        var wanted = new NewFollowUp(
                contact,
                how.eventId(),
                how.sessionId(),
                null,
                null,
                how.playbook(),
                how.locale(),
                Channel.EMAIL,
                new NewFollowUp.PreparationBody(parts.goal(), parts.context(), parts.question(), parts.offer()),
                null,
                null,
                null);
        FollowUp followUp = drafting.draft(wanted, owner, ownerName);
        followUp.belongTo(how.audience());
        followUps.persist(followUp);
        store.publish(followUp);
        return followUp.id();
    }
}
