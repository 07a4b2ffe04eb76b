package rapport.followup.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import rapport.followup.circumstances.Asked;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.preparation.Preparation;
import rapport.kit.id.Ids;
import rapport.kit.problem.NotFound;

/** Makes follow-ups of what their owners ask for. */
@ApplicationScoped
class Drafting {

    private final FollowUpDesk desk;
    private final Clock clock;

    Drafting(FollowUpDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** Not stored yet. */
    FollowUp draft(NewFollowUp wanted, String owner, String ownerName) {
        if (wanted.channel() == Channel.RELAY) {
            throw new NotPossible("/channel", "channel-not-offered", "The relay is not offered yet.");
        }
        Asked asked = new Asked(owner, wanted.contactId(), wanted.eventId(), wanted.sessionId(), wanted.encounterId());
        Circumstances circumstances = desk.circumstances(asked);
        if (!circumstances.contact().known() || circumstances.contact().deleted()) {
            throw new NotFound("contact");
        }
        Asked complete =
                new Asked(owner, asked.contactId(), circumstances.event().id(), asked.sessionId(), asked.encounterId());
        var followUp = new FollowUp(
                Ids.next(),
                complete,
                ownerName,
                wanted.purpose(),
                wanted.channel() == null ? Channel.EMAIL : wanted.channel(),
                first(wanted, circumstances));
        if (wanted.preparation() != null) {
            var parts = wanted.preparation();
            followUp.prepare(new Preparation(parts.goal(), parts.context(), parts.question(), parts.offer()));
        }
        write(followUp, followUp.step(), wanted.message());
        List<NewStep> later = wanted.steps() == null ? List.of() : wanted.steps();
        for (int i = 0; i < later.size(); i++) {
            add(followUp, later.get(i), circumstances, "/steps/" + i + "/schedule");
        }
        followUp.born(desk.unapproved(followUp, circumstances), clock.instant());
        desk.forecast(followUp, circumstances);
        return followUp;
    }

    /** Another step after all others. */
    Step add(FollowUp followUp, NewStep wanted, Circumstances circumstances, String pointer) {
        int position = followUp.steps().getLast().position() + 1;
        var step = new Step(
                Ids.next(), position, Step.Kind.NUDGE, Schedules.later(wanted.schedule(), circumstances, pointer));
        write(followUp, step, wanted.message());
        followUp.add(step);
        return step;
    }

    private static Step first(NewFollowUp wanted, Circumstances circumstances) {
        return new Step(Ids.next(), 0, Step.Kind.MESSAGE, Schedules.first(wanted.schedule(), circumstances));
    }

    private static void write(FollowUp followUp, Step step, NewFollowUp.MessageBody words) {
        if (words != null) {
            step.write(followUp.owner(), words.subject(), words.body());
        }
    }
}
