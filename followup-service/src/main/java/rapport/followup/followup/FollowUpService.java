package rapport.followup.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rapport.followup.circumstances.Asked;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.preparation.Missing;
import rapport.followup.preparation.Preparation;
import rapport.kit.edit.ETags;
import rapport.kit.id.Ids;
import rapport.kit.identity.Caller;
import rapport.kit.outbox.Fact;
import rapport.kit.outbox.Outbox;
import rapport.kit.problem.NotFound;

/** What owners do with their follow-ups. */
@ApplicationScoped
class FollowUpService {

    private final FollowUpRepository followUps;
    private final FollowUpDesk desk;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    FollowUpService(FollowUpRepository followUps, FollowUpDesk desk, Outbox outbox, Caller caller, Clock clock) {
        this.followUps = followUps;
        this.desk = desk;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    FollowUp create(NewFollowUp wanted) {
        if (wanted.channel() == Channel.RELAY) {
            throw new NotPossible("/channel", "channel-not-offered", "The relay is not offered yet.");
        }
        Asked asked = new Asked(
                caller.subject(), wanted.contactId(), wanted.eventId(), wanted.sessionId(), wanted.encounterId());
        Circumstances circumstances = desk.circumstances(asked);
        if (!circumstances.contact().known() || circumstances.contact().deleted()) {
            throw new NotFound("contact");
        }
        Asked complete = new Asked(
                asked.owner(), asked.contactId(), circumstances.event().id(), asked.sessionId(), asked.encounterId());
        var followUp = new FollowUp(
                Ids.next(),
                complete,
                caller.displayName(),
                wanted.purpose(),
                wanted.channel() == null ? Channel.EMAIL : wanted.channel(),
                new Step(Ids.next(), Schedules.of(wanted.schedule(), circumstances)));
        if (wanted.preparation() != null) {
            var parts = wanted.preparation();
            followUp.prepare(new Preparation(parts.goal(), parts.context(), parts.question(), parts.offer()));
        }
        if (wanted.message() != null) {
            followUp.write(wanted.message().subject(), wanted.message().body());
        }
        followUp.born(desk.unapproved(followUp, circumstances), clock.instant());
        desk.forecast(followUp, circumstances);
        followUps.persist(followUp);
        publish(followUp);
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
        change.message().ifPresent(words -> rewrite(followUp, words));
        change.schedule()
                .ifPresent(moved -> followUp.reschedule(
                        Schedules.of(moved.of(followUp.step().schedule()), circumstances)));
        Instant now = clock.instant();
        if (change.changesWords() || followUp.progress().approvedAt() == null) {
            followUp.progress().become(desk.unapproved(followUp, circumstances), null, now);
            desk.forecast(followUp, circumstances);
        } else {
            desk.move(followUp, circumstances, now);
        }
        desk.keep(followUp);
        publish(followUp);
        return followUp;
    }

    /** Nothing goes out without it. An approval that is repeated changes nothing, in particular not the hold. */
    @Transactional
    FollowUp approve(UUID id) {
        FollowUp followUp = followUps.lock(caller.subject(), id);
        FollowUpState state = followUp.progress().state();
        if (state == FollowUpState.SCHEDULED || state == FollowUpState.HELD) {
            return followUp;
        }
        if (!state.mayBecome(FollowUpState.SCHEDULED) || state == FollowUpState.SENDING) {
            throw new IllegalTransition(state, FollowUpState.SCHEDULED);
        }
        Circumstances circumstances = desk.circumstances(followUp.asked());
        List<Missing> missing = desk.missing(followUp, circumstances);
        if (!missing.isEmpty()) {
            throw new NotPrepared(missing);
        }
        Instant now = clock.instant();
        followUp.approve(caller.displayName(), replyAddress(followUp), now);
        desk.schedule(followUp, circumstances, now);
        desk.keep(followUp);
        publish(followUp);
        return followUp;
    }

    @Transactional
    FollowUp cancel(UUID id) {
        FollowUp followUp = followUps.lock(caller.subject(), id);
        var progress = followUp.progress();
        if (progress.state() == FollowUpState.STOPPED) {
            return followUp;
        }
        progress.become(FollowUpState.STOPPED, "cancelled-by-owner", clock.instant());
        progress.plan(progress.dueAt(), progress.notAfter(), null);
        publish(followUp);
        return followUp;
    }

    @Transactional
    FollowUp complete(UUID id) {
        FollowUp followUp = followUps.lock(caller.subject(), id);
        followUp.complete(clock.instant());
        publish(followUp);
        return followUp;
    }

    private static void rewrite(FollowUp followUp, FollowUpChange.MessageChange words) {
        if (words == null) {
            followUp.write(null, null);
            return;
        }
        followUp.write(
                words.subject().or(followUp.step().subject()),
                words.body().or(followUp.step().body()));
    }

    private String replyAddress(FollowUp followUp) {
        if (followUp.channel() == Channel.MANUAL) {
            return null;
        }
        return caller.verifiedEmail()
                .orElseThrow(() -> new NotPossible(
                        "", "no-verified-address", "Answers need an address of yours that is verified."));
    }

    private void publish(FollowUp followUp) {
        FollowUpMessage message = desk.message(followUp);
        outbox.append(
                new Fact(FollowUpMessage.TOPIC, followUp.id(), message.version(), FollowUpMessage.CHANGED, message));
    }
}
