package rapport.contacts.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.contacts.boundary.SentMessages;
import rapport.contacts.contact.ContactTable;
import rapport.contacts.interaction.ObservedInteractions.Observed;
import rapport.kit.id.Ids;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;

/**
 * Takes follow-ups that were sent or answered as interactions. Their ids are derived from what caused them, so that reading the topic
 * again adds nothing. A manual follow-up is a reminder only: what the owner did about it, they write down themselves.
 */
@ApplicationScoped
class FollowUpFeed implements MessageHandler {
    private static final String CHANGED = "followup.changed.v1";

    private final ContactTable contacts;
    private final ObservedInteractions interactions;
    private final SentMessages sent;

    FollowUpFeed(ContactTable contacts, ObservedInteractions interactions, SentMessages sent) {
        this.contacts = contacts;
        this.interactions = interactions;
        this.sent = sent;
    }

    /** What is read of the message. */
    record Changed(
            UUID followUpId,
            String owner,
            UUID contactId,
            UUID personId,
            String channel,
            String state,
            Instant sentAt) {

        static Changed of(Inbound message) {
            Changed followUp = message.read(Changed.class);
            message.requireKey(followUp.followUpId);
            return followUp;
        }

        boolean isManual() {
            return "MANUAL".equals(channel);
        }
    }

    @Override
    public String topic() {
        return "rapport.followup.v1";
    }

    @Override
    public Set<String> types() {
        return Set.of(CHANGED);
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        var observed = new ArrayList<Observed>();
        var counted = new ArrayList<SentMessages.Sent>();
        for (Inbound message : batch) {
            Changed followUp = Changed.of(message);
            observe(message, followUp, observed);
            if (followUp.sentAt != null && followUp.personId != null && !followUp.isManual()) {
                counted.add(new SentMessages.Sent(followUp.followUpId, followUp.sentAt, followUp.personId));
            }
        }
        sent.add(connection, counted);
        if (observed.isEmpty()) {
            return;
        }
        contacts.lockOwners(connection, observed.stream().map(Observed::owner).toList());
        interactions.add(connection, observed);
    }

    private static void observe(Inbound message, Changed followUp, List<Observed> observed) {
        if (followUp.isManual() || followUp.owner == null) {
            return;
        }
        boolean mail = "EMAIL".equals(followUp.channel);
        if (followUp.sentAt != null) {
            observed.add(new Observed(
                    followUp.owner,
                    Ids.derived(followUp.followUpId, "sent:" + followUp.sentAt),
                    followUp.contactId,
                    mail ? InteractionKind.EMAIL_SENT : InteractionKind.MESSAGE_SENT,
                    Direction.OUTBOUND,
                    followUp.sentAt,
                    null,
                    Source.FOLLOW_UP));
        }
        if ("REPLIED".equals(followUp.state)) {
            observed.add(new Observed(
                    followUp.owner,
                    Ids.derived(followUp.followUpId, "replied"),
                    followUp.contactId,
                    mail ? InteractionKind.EMAIL_RECEIVED : InteractionKind.MESSAGE_RECEIVED,
                    Direction.INBOUND,
                    message.time(),
                    null,
                    Source.FOLLOW_UP));
        }
    }
}
