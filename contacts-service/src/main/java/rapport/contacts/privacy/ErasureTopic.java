package rapport.contacts.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import rapport.kit.outbox.TopicSpec;

/** Where erasures are told. Kept for ever, so that a service whose database was restored learns of them again. */
@ApplicationScoped
class ErasureTopic {

    @Produces
    @Singleton
    TopicSpec erasures() {
        return TopicSpec.state(ErasureMessage.TOPIC);
    }
}
