package rapport.followup.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import rapport.followup.circumstances.Asked;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.mail.MailConfig;
import rapport.followup.planning.Anchor;
import rapport.followup.preparation.Preparation;
import rapport.followup.template.TemplateLocale;
import rapport.kit.id.Ids;
import rapport.kit.problem.Fault;
import rapport.kit.problem.Invalid;
import rapport.kit.problem.NotFound;

/** Makes follow-ups of what their owners ask for, with words of their own or by a playbook. */
@ApplicationScoped
class Drafting {

    private final FollowUpDesk desk;
    private final PlaybookSteps playbooks;
    private final MailConfig mail;
    private final Clock clock;

    Drafting(FollowUpDesk desk, PlaybookSteps playbooks, MailConfig mail, Clock clock) {
        this.desk = desk;
        this.playbooks = playbooks;
        this.mail = mail;
        this.clock = clock;
    }

    /** Not stored yet. */
    FollowUp draft(NewFollowUp wanted, String owner, String ownerName) {
        check(wanted);
        Asked asked = new Asked(owner, wanted.contactId(), wanted.eventId(), wanted.sessionId(), wanted.encounterId());
        Circumstances circumstances = desk.circumstances(asked);
        if (!circumstances.contact().known() || circumstances.contact().deleted()) {
            throw new NotFound("contact");
        }
        var followUp = new FollowUp(
                Ids.next(),
                complete(asked, circumstances),
                ownerName,
                wanted.purpose(),
                wanted.channel() == null ? Channel.EMAIL : wanted.channel());
        if (wanted.preparation() != null) {
            var parts = wanted.preparation();
            followUp.prepare(new Preparation(parts.goal(), parts.context(), parts.question(), parts.offer()));
        }
        if (wanted.playbook() == null) {
            steps(followUp, wanted, circumstances);
        } else {
            playbooks.begin(followUp, wanted, circumstances);
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

    /** New words for a step, from a template. */
    void fill(FollowUp followUp, Step step, FillStep wanted, Circumstances circumstances) {
        TemplateLocale locale = TemplateLocale.of(wanted.locale(), "/locale");
        playbooks.fill(followUp, step, wanted.template(), locale, circumstances);
    }

    private void steps(FollowUp followUp, NewFollowUp wanted, Circumstances circumstances) {
        var first = new Step(Ids.next(), 0, Step.Kind.MESSAGE, Schedules.first(wanted.schedule(), circumstances));
        write(followUp, first, wanted.message());
        followUp.add(first);
        List<NewStep> later = wanted.steps() == null ? List.of() : wanted.steps();
        for (int i = 0; i < later.size(); i++) {
            add(followUp, later.get(i), circumstances, "/steps/" + i + "/schedule");
        }
    }

    private static void write(FollowUp followUp, Step step, NewFollowUp.MessageBody words) {
        if (words != null) {
            step.write(followUp.owner(), words.subject(), words.body());
        }
    }

    /** A follow-up belongs to the event where they met, and to the session if it counts from its end. */
    private static Asked complete(Asked asked, Circumstances circumstances) {
        return new Asked(
                asked.owner(), asked.contactId(), circumstances.event().id(), asked.sessionId(), asked.encounterId());
    }

    private void check(NewFollowUp wanted) {
        List<Fault> faults = new ArrayList<>();
        if (wanted.playbook() == null) {
            if (wanted.purpose() == null) {
                faults.add(new Fault("/purpose", "required", "Name a purpose or a playbook."));
            }
            if (wanted.locale() != null) {
                faults.add(new Fault("/locale", "not-without-playbook", "Only playbooks come in languages."));
            }
        } else {
            if (wanted.message() != null) {
                faults.add(new Fault("/message", "not-with-playbook", "The playbook brings the words."));
            }
            if (wanted.schedule() != null && wanted.schedule().anchor() == Anchor.LAST_STEP) {
                faults.add(new Fault("/schedule/anchor", "anchor-unknown", "The first step has none before it."));
            }
            if (wanted.steps() != null) {
                faults.add(new Fault("/steps", "not-with-playbook", "The playbook brings the steps."));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        if (wanted.channel() == Channel.RELAY && mail.replyDomain().isEmpty()) {
            throw new NotPossible("/channel", "channel-not-offered", "No answers arrive here, so there is no relay.");
        }
    }
}
