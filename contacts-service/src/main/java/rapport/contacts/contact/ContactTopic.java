package rapport.contacts.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import rapport.kit.outbox.TopicSpec;

/** Where contacts are published: state, so the last word of each contact is kept. */
@ApplicationScoped
class ContactTopic {

    @Produces
    @Singleton
    TopicSpec contacts() {
        return TopicSpec.state(ContactMessage.TOPIC);
    }
}
