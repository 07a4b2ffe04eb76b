package rapport.events;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import rapport.kit.outbox.TopicSpec;

/** The topics of this service: one per aggregate, each with the last state of every key. */
class Topics {

    @Produces
    @Singleton
    TopicSpec events() {
        return TopicSpec.state("rapport.event.v1");
    }

    @Produces
    @Singleton
    TopicSpec sessions() {
        return TopicSpec.state("rapport.session.v1");
    }

    @Produces
    @Singleton
    TopicSpec speakers() {
        return TopicSpec.state("rapport.speaker.v1");
    }

    @Produces
    @Singleton
    TopicSpec people() {
        return TopicSpec.state("rapport.person.v1");
    }

    @Produces
    @Singleton
    TopicSpec registrations() {
        return TopicSpec.state("rapport.registration.v1");
    }

    @Produces
    @Singleton
    TopicSpec attendance() {
        return TopicSpec.state("rapport.attendance.v1");
    }

    /** Requests come from contacts-service; every service answers on the same topic. */
    @Produces
    @Singleton
    TopicSpec erasures() {
        return TopicSpec.state("rapport.erasure.v1");
    }
}
