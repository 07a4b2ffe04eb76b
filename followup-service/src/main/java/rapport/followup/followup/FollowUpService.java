package rapport.followup.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.preparation.Missing;
import rapport.followup.preparation.Preparation;
import rapport.kit.edit.ETags;
import rapport.kit.identity.Caller;

/** What owners do with their follow-ups. */
@ApplicationScoped
class FollowUpService {

    private final FollowUpRepository followUps;
    private final FollowUpDesk desk;
    private final FollowUpStore store;
    private final Drafting drafting;
    private final Caller caller;
    private final Clock clock;

    FollowUpService(
            FollowUpRepository followUps,
            FollowUpDesk desk,
            FollowUpStore store,
            Drafting drafting,
            Caller caller,
            Clock clock) {
        this.followUps = followUps;
        this.desk = desk;
        this.store = store;
        this.drafting = drafting;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    FollowUp create(NewFollowUp wanted) {
        FollowUp followUp = drafting.draft(wanted, caller.subject(), caller.displayName());
        followUps.persist(followUp);
        store.publish(followUp);
        return followUp;
    }

    @Transactional
    FollowUp change(UUID id, String ifMatch, FollowUpChange change) {
        FollowUp followUp = followUps.lock(caller.subject(), id);
        ETags.require(ifMatch, followUp.progress().version());
        if (!followUp.progress().state().isEditable()) {
            throw new IllegalTransition(followUp.progress().state(), FollowUpState.DRAFT);
        }
        Circumstances circumstances = desk.circumstances(followUp.asked());
        change.purpose().ifPresent(followUp::purpose);
        change.preparation()
                .ifPresent(
                        parts -> followUp.prepare(parts == null ? Preparation.NONE : parts.of(followUp.preparation())));
        Instant now = clock.instant();
        store.leaveLine(followUp, now);
        desk.rewrite(followUp, followUp.step(), change.message());
        desk.reschedule(followUp, followUp.step(), change.schedule(), circumstances);
        if (change.changesWords()) {
            followUp.step().disapprove();
        }
        desk.settle(followUp, circumstances, now);
        store.keep(followUp);
        store.publish(followUp);
        return followUp;
    }

    /**
     * Nothing goes out without it: the words of every step that is not sent yet are approved as they stand. An approval that is
     * repeated changes nothing, in particular not the hold.
     */
    @Transactional
    FollowUp approve(UUID id) {
        FollowUp followUp = followUps.lock(caller.subject(), id);
        FollowUpState state = followUp.progress().state();
        if (!state.isEditable()) {
            throw new IllegalTransition(state, FollowUpState.SCHEDULED);
        }
        boolean planned = followUp.isPlanned();
        if (planned && followUp.unsent().stream().allMatch(Step::isApproved)) {
            return followUp;
        }
        Circumstances circumstances = desk.circumstances(followUp.asked());
        List<Missing> missing = desk.missing(followUp, circumstances);
        if (!missing.isEmpty()) {
            throw new NotPrepared(missing);
        }
        Instant now = clock.instant();
        followUp.approve(caller.displayName(), replyAddress(followUp), now);
        if (!planned) {
            desk.schedule(followUp, circumstances, now);
        }
        store.keep(followUp);
        store.publish(followUp);
        return followUp;
    }

    @Transactional
    FollowUp cancel(UUID id) {
        FollowUp followUp = followUps.lock(caller.subject(), id);
        var progress = followUp.progress();
        if (progress.state() == FollowUpState.STOPPED && !"contact-merged".equals(progress.reason())) {
            return followUp;
        }
        Instant now = clock.instant();
        store.leaveLine(followUp, now);
        // One that a merge stopped would come back when the merge is undone.
        progress.become(FollowUpState.STOPPED, "cancelled-by-owner", now);
        progress.plan(progress.dueAt(), progress.notAfter(), null);
        store.publish(followUp);
        return followUp;
    }

    @Transactional
    FollowUp complete(UUID id) {
        FollowUp followUp = followUps.lock(caller.subject(), id);
        followUp.complete(clock.instant());
        store.publish(followUp);
        return followUp;
    }

    private String replyAddress(FollowUp followUp) {
        if (followUp.channel() == Channel.MANUAL) {
            return null;
        }
        return caller.verifiedEmail()
                .orElseThrow(() -> new NotPossible(
                        "", "no-verified-address", "Answers need an address of yours that is verified."));
    }
}
