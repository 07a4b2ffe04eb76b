package rapport.contacts.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import rapport.kit.outbox.TopicSpec;

/** Where grants and withdrawals are published. */
@ApplicationScoped
class ConsentTopic {

    @Produces
    @Singleton
    TopicSpec consents() {
        return TopicSpec.facts(ConsentMessage.TOPIC);
    }
}
