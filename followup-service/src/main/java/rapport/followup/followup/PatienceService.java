package rapport.followup.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import rapport.kit.identity.Caller;

/** Puts follow-ups off, and remembers until when an answer is hoped for. Saying the same again changes nothing. */
@ApplicationScoped
class PatienceService {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final FollowUpRepository followUps;
    private final FollowUpDesk desk;
    private final FollowUpStore store;
    private final Caller caller;
    private final Clock clock;

    PatienceService(FollowUpRepository followUps, FollowUpDesk desk, FollowUpStore store, Caller caller, Clock clock) {
        this.followUps = followUps;
        this.desk = desk;
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param until null ends the snooze */
    @Transactional
    FollowUp snooze(UUID id, Instant until) {
        FollowUp followUp = followUps.lock(caller.subject(), id);
        FollowUpState state = followUp.progress().state();
        if (!state.isEditable()) {
            throw new IllegalTransition(state, state);
        }
        Instant now = clock.instant();
        store.leaveLine(followUp, now);
        followUp.snooze(ahead(until, now));
        desk.settle(followUp, desk.circumstances(followUp.asked()), now);
        store.keep(followUp);
        store.publish(followUp);
        return followUp;
    }

    /** @param at null: nobody is told */
    @Transactional
    FollowUp expectReply(UUID id, Instant at) {
        FollowUp followUp = followUps.lock(caller.subject(), id);
        FollowUpState state = followUp.progress().state();
        if (state.isFinal()) {
            throw new IllegalTransition(state, state);
        }
        Instant now = clock.instant();
        followUp.expectReplyBy(ahead(at, now));
        followUp.progress().changed(now);
        store.keep(followUp);
        return followUp;
    }

    private static Instant ahead(Instant at, Instant now) {
        if (at != null && (!at.isAfter(now) || at.isAfter(now.plus(LONGEST)))) {
            throw new NotPossible("/at", "not-ahead", "It has to be still to come, and within a year.");
        }
        return at;
    }
}
