package rapport.followup.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import rapport.followup.boundary.BoundaryDefaults;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.planning.Anchor;
import rapport.followup.planning.Schedule;
import rapport.followup.playbook.Playbook;
import rapport.followup.playbook.Playbooks;
import rapport.followup.template.FoundTemplate;
import rapport.followup.template.TemplateLocale;
import rapport.followup.template.Templates;
import rapport.followup.window.WorkingWindow;
import rapport.kit.id.Ids;

/** Gives a follow-up the steps of a playbook, and steps the words of templates. */
@ApplicationScoped
class PlaybookSteps {

    private final Playbooks playbooks;
    private final Templates templates;
    private final BoundaryDefaults defaults;
    private final Clock clock;

    PlaybookSteps(Playbooks playbooks, Templates templates, BoundaryDefaults defaults, Clock clock) {
        this.playbooks = playbooks;
        this.templates = templates;
        this.defaults = defaults;
        this.clock = clock;
    }

    void begin(FollowUp followUp, NewFollowUp wanted, Circumstances circumstances) {
        Playbook playbook = playbooks
                .find(wanted.playbook())
                .orElseThrow(() -> new NotPossible("/playbook", "unknown-playbook", "There is no such playbook."));
        TemplateLocale locale = TemplateLocale.of(wanted.locale(), "/locale");
        followUp.follow(playbook.id(), wanted.purpose() == null ? playbook.purpose() : wanted.purpose());
        List<Playbook.Step> steps = playbook.steps();
        for (int i = 0; i < steps.size(); i++) {
            boolean first = i == 0;
            Schedule schedule = first && wanted.schedule() != null
                    ? Schedules.first(wanted.schedule(), circumstances)
                    : schedule(steps.get(i), circumstances);
            var step = new Step(Ids.next(), i, first ? Step.Kind.MESSAGE : Step.Kind.NUDGE, schedule);
            fill(followUp, step, steps.get(i).template(), locale, circumstances);
            followUp.add(step);
        }
    }

    /** Writes a step from a template as everything stands now; what changes later changes nothing in it. */
    void fill(FollowUp followUp, Step step, String reference, TemplateLocale locale, Circumstances circumstances) {
        FoundTemplate template = templates.require(followUp.owner(), reference, locale);
        var text = Fillings.of(locale, followUp, circumstances).fill(template.text());
        step.write(followUp.owner(), text.subject(), text.body());
        step.madeFrom(template);
    }

    /** Where nothing is known to count from, the days count from today. */
    private Schedule schedule(Playbook.Step step, Circumstances circumstances) {
        return step.anchors().stream()
                .filter(anchor -> anchor == Anchor.LAST_STEP || circumstances.at(anchor) != null)
                .findFirst()
                .map(anchor -> new Schedule(anchor, step.offsetDays(), step.offsetUnit(), step.localTime(), null))
                .orElseGet(() -> new Schedule(
                        Anchor.ABSOLUTE,
                        0,
                        null,
                        today(circumstances).plusDays(step.offsetDays()).atTime(step.localTime())));
    }

    private LocalDate today(Circumstances circumstances) {
        List<WorkingWindow> windows = circumstances.windows(defaults);
        ZoneId zone = windows.isEmpty() ? ZoneOffset.UTC : windows.getFirst().zone();
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
