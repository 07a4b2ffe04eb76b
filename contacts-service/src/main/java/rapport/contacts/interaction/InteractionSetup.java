package rapport.contacts.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import rapport.contacts.contact.ContactRows;
import rapport.contacts.contact.MovableRows;
import rapport.kit.outbox.TopicSpec;

/** Where interactions are published, and how they follow their contact. */
@ApplicationScoped
class InteractionSetup {

    @Produces
    @Singleton
    TopicSpec interactions() {
        return TopicSpec.facts(InteractionMessage.TOPIC);
    }

    @Produces
    @Singleton
    ContactRows rows() {
        return new MovableRows("interaction", "id");
    }
}
