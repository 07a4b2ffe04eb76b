package rapport.followup.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rapport.followup.boundary.BoundaryRepository.Known;
import rapport.kit.edit.ETags;
import rapport.kit.outbox.Fact;
import rapport.kit.outbox.Outbox;
import rapport.kit.outbox.TopicSpec;

/** Sets boundaries. A boundary that is set counts for every message that is not claimed yet. */
@ApplicationScoped
class BoundaryService {

    private final BoundaryRepository boundaries;
    private final BoundaryDefaults defaults;
    private final Outbox outbox;
    private final Clock clock;

    BoundaryService(BoundaryRepository boundaries, BoundaryDefaults defaults, Outbox outbox, Clock clock) {
        this.boundaries = boundaries;
        this.defaults = defaults;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static TopicSpec topic() {
        return TopicSpec.state(BoundaryMessage.TOPIC);
    }

    /** @param ifMatch checked if the caller sent it */
    @Transactional
    BoundaryView set(UUID personId, String ifMatch, NewBoundary wanted) {
        boundaries.lockRecipient(personId);
        Boundary boundary = boundaries.findById(personId);
        if (ifMatch != null) {
            ETags.require(ifMatch, boundary == null ? 0 : boundary.version());
        }
        if (boundary == null) {
            boundary = new Boundary(personId);
        }
        Instant now = clock.instant();
        boundary.become(wanted, now);
        boundaries.persist(boundary);
        changed(boundary, now);
        return BoundaryView.of(boundary, remaining(personId, boundary.weeklyBudget()));
    }

    /** The people whose closed time is over. */
    @Transactional
    List<UUID> ended(int atMost) {
        return boundaries.ended(clock.instant(), atMost);
    }

    /** Opens a boundary whose closed time is over; nothing if it was changed in the meantime. */
    @Transactional
    void open(UUID personId) {
        boundaries.lockRecipient(personId);
        Instant now = clock.instant();
        Boundary boundary = boundaries.findById(personId);
        if (boundary != null && boundary.open(now)) {
            changed(boundary, now);
        }
    }

    private void changed(Boundary boundary, Instant now) {
        boundaries.askHeldAgain(boundary.personId(), now);
        outbox.append(new Fact(
                BoundaryMessage.TOPIC,
                boundary.personId(),
                boundary.version(),
                BoundaryMessage.CHANGED,
                BoundaryMessage.of(boundary)));
    }

    /** The person's own boundary, or the defaults that count instead of it. */
    BoundaryView effective(Known person) {
        Boundary boundary = boundaries.findById(person.personId());
        if (boundary == null) {
            boundary = new Boundary(person.personId());
            boundary.defaults(
                    person.speakerMode() == null ? BoundaryMode.OPEN : BoundaryMode.seeded(person.speakerMode()),
                    defaults.weeklyBudget(person.speaker()),
                    defaults.workingDays(),
                    defaults.hours());
        }
        return BoundaryView.of(boundary, remaining(person.personId(), boundary.weeklyBudget()));
    }

    private int remaining(UUID personId, int budget) {
        return Math.max(0, budget - boundaries.used(personId, clock.instant()));
    }
}
