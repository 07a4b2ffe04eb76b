package rapport.followup.followup;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.preparation.Preparation;
import rapport.followup.template.Filling;
import rapport.followup.template.Placeholder;
import rapport.followup.template.TemplateLocale;

/** What is known about a follow-up, for the placeholders of templates. */
final class Fillings {

    private Fillings() {}

    static Filling of(TemplateLocale locale, FollowUp followUp, Circumstances circumstances) {
        Preparation preparation = followUp.preparation();
        return new Filling(locale)
                .with(Placeholder.RECIPIENT_NAME, name(circumstances))
                .with(Placeholder.OWNER_NAME, followUp.ownerName())
                .with(Placeholder.EVENT_NAME, circumstances.event().name())
                .with(Placeholder.SESSION_TITLE, circumstances.session().title())
                .with(Placeholder.MET_ON, metOn(circumstances))
                .with(Placeholder.GOAL, preparation.goal())
                .with(Placeholder.CONTEXT, preparation.context())
                .with(Placeholder.QUESTION, preparation.question())
                .with(Placeholder.OFFER, preparation.offer());
    }

    /** As long as somebody has not agreed to share anything, their name is not told by a template either. */
    private static String name(Circumstances circumstances) {
        return "ACTIVE".equals(circumstances.contact().status())
                ? circumstances.person().name()
                : null;
    }

    /** The day on the wall of the place where they met. */
    private static LocalDate metOn(Circumstances circumstances) {
        if (circumstances.meeting().metAt() == null) {
            return null;
        }
        String zone = circumstances.rules().eventZone();
        return LocalDate.ofInstant(circumstances.meeting().metAt(), zone == null ? ZoneOffset.UTC : ZoneId.of(zone));
    }
}
