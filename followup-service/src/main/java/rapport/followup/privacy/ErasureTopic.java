package rapport.followup.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import rapport.kit.outbox.TopicSpec;

/** Where erasures are told. */
@ApplicationScoped
class ErasureTopic {

    @Produces
    @Singleton
    TopicSpec erasures() {
        return TopicSpec.state(ErasureMessage.TOPIC);
    }
}
