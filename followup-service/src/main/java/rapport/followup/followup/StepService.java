package rapport.followup.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.planning.Anchor;
import rapport.followup.preparation.Missing;
import rapport.kit.edit.ETags;
import rapport.kit.identity.Caller;
import rapport.kit.problem.NotFound;

/** What owners do with the steps that are not sent yet. */
@ApplicationScoped
class StepService {

    private final FollowUpRepository followUps;
    private final FollowUpDesk desk;
    private final FollowUpStore store;
    private final Drafting drafting;
    private final Caller caller;
    private final Clock clock;

    StepService(
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
    FollowUp add(UUID id, NewStep wanted) {
        FollowUp followUp = followUps.lock(caller.subject(), id);
        FollowUpState state = followUp.progress().state();
        if (!state.takesSteps()) {
            throw new IllegalTransition(state, FollowUpState.DRAFT);
        }
        if (followUp.steps().size() > NewFollowUp.MAX_LATER) {
            throw new NotPossible(
                    "", "too-many-steps", "A follow-up has at most " + (NewFollowUp.MAX_LATER + 1) + " steps.");
        }
        Circumstances circumstances = desk.circumstances(followUp.asked());
        Step added = drafting.add(followUp, wanted, circumstances, "/schedule");
        if (state == FollowUpState.SENT) {
            desk.goOn(followUp, circumstances, clock.instant());
            store.publish(followUp);
            return followUp;
        }
        return changed(followUp, added, circumstances);
    }

    @Transactional
    FollowUp change(UUID id, UUID stepId, String ifMatch, StepChange change) {
        FollowUp followUp = followUps.lock(caller.subject(), id);
        ETags.require(ifMatch, followUp.progress().version());
        Step step = unsent(followUp, stepId);
        Circumstances circumstances = desk.circumstances(followUp.asked());
        desk.rewrite(followUp, step, change.message());
        desk.reschedule(followUp, step, change.schedule(), circumstances);
        return changed(followUp, step, circumstances);
    }

    /** New words, made from a template as everything stands now. */
    @Transactional
    FollowUp fill(UUID id, UUID stepId, String ifMatch, FillStep wanted) {
        FollowUp followUp = followUps.lock(caller.subject(), id);
        ETags.require(ifMatch, followUp.progress().version());
        Step step = unsent(followUp, stepId);
        Circumstances circumstances = desk.circumstances(followUp.asked());
        drafting.fill(followUp, step, wanted, circumstances);
        return changed(followUp, step, circumstances);
    }

    @Transactional
    FollowUp remove(UUID id, UUID stepId, String ifMatch) {
        FollowUp followUp = followUps.lock(caller.subject(), id);
        ETags.require(ifMatch, followUp.progress().version());
        Step step = unsent(followUp, stepId);
        if (step == followUp.step() && followUp.next().isEmpty()) {
            throw new NotPossible("", "last-step", "Cancel the follow-up instead of removing its last step.");
        }
        boolean opens = step == followUp.steps().getFirst();
        Step current = step == followUp.step() ? followUp.next().orElseThrow() : step;
        followUp.remove(step);
        Circumstances circumstances = desk.circumstances(followUp.asked());
        if (opens && followUp.step().schedule().anchor() == Anchor.LAST_STEP) {
            followUp.step().reschedule(Schedules.first(null, circumstances));
        }
        return changed(followUp, current, circumstances);
    }

    /** These words may go when their turn comes. A step that is approved already stays as it is. */
    @Transactional
    FollowUp approve(UUID id, UUID stepId) {
        FollowUp followUp = followUps.lock(caller.subject(), id);
        Step step = unsent(followUp, stepId);
        if (step.isApproved()) {
            return followUp;
        }
        if (step == followUp.step()) {
            throw new NotPossible("", "current-step", "The current step is approved with the follow-up.");
        }
        Circumstances circumstances = desk.circumstances(followUp.asked());
        List<Missing> missing = desk.missing(followUp, step, circumstances);
        if (!missing.isEmpty()) {
            throw new NotPrepared(missing);
        }
        step.approve(clock.instant());
        return changed(followUp, step, circumstances);
    }

    private static Step unsent(FollowUp followUp, UUID stepId) {
        Step step = followUp.step(stepId).orElseThrow(() -> new NotFound("step"));
        FollowUpState state = followUp.progress().state();
        if (!state.takesSteps() || !followUp.unsent().contains(step)) {
            throw new IllegalTransition(state, FollowUpState.DRAFT);
        }
        return step;
    }

    /** A later step means nothing to a message that waits already; any other change counts for the whole follow-up. */
    private FollowUp changed(FollowUp followUp, Step step, Circumstances circumstances) {
        Instant now = clock.instant();
        if (step != followUp.step() && followUp.isPlanned()) {
            followUp.progress().changed(now);
        } else {
            store.leaveLine(followUp, now);
            desk.settle(followUp, circumstances, now);
        }
        store.publish(followUp);
        return followUp;
    }
}
