package rapport.followup.playbook;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.followup.planning.Anchor;
import rapport.followup.planning.OffsetUnit;
import rapport.followup.preparation.Purpose;
import rapport.followup.template.BuiltInTemplates;
import rapport.followup.template.TemplateLocale;
import rapport.followup.template.TemplateText;

/** A playbook in one language, with the texts it would begin with. */
@Schema(name = "Playbook")
record PlaybookView(
        String id,
        Purpose purpose,
        String name,

        @Schema(description = "The parts of the preparation that its texts are made of.")
        List<String> needs,

        List<StepOfIt> steps) {

    @Schema(name = "PlaybookStep")
    record StepOfIt(
            String template,

            @Schema(description = "What it counts from: the first one that is known.")
            List<Anchor> anchors,

            int offsetDays,
            OffsetUnit offsetUnit,

            @JsonFormat(pattern = "HH:mm") @Schema(implementation = String.class, examples = "09:30")
            LocalTime localTime,

            String subject,
            String body) {}

    static PlaybookView of(Playbook playbook, BuiltInTemplates templates, TemplateLocale locale) {
        return new PlaybookView(
                playbook.id(),
                playbook.purpose(),
                playbook.name().get(locale.tag()),
                playbook.needs(),
                playbook.steps().stream()
                        .map(step -> {
                            TemplateText text =
                                    templates.find(step.template(), locale).orElseThrow();
                            return new StepOfIt(
                                    step.template(),
                                    step.anchors(),
                                    step.offsetDays(),
                                    step.offsetUnit(),
                                    step.localTime(),
                                    text.subject(),
                                    text.body());
                        })
                        .toList());
    }
}
