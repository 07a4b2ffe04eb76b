package rapport.followup.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import rapport.followup.mail.MailComposer;
import rapport.followup.mail.Mailer;

/** Puts a dispatcher together. */
@ApplicationScoped
class DispatcherFactory {

    private final Claimer claimer;
    private final Completions completions;
    private final MailComposer composer;
    private final Mailer mailer;
    private final DispatchConfig config;
    private final Clock clock;

    DispatcherFactory(
            Claimer claimer,
            Completions completions,
            MailComposer composer,
            Mailer mailer,
            DispatchConfig config,
            Clock clock) {
        this.claimer = claimer;
        this.completions = completions;
        this.composer = composer;
        this.mailer = mailer;
        this.config = config;
        this.clock = clock;
    }

    Dispatcher dispatcher(SendJournal journal) {
        return dispatcher(journal, mailer, clock);
    }

    /** With another mail server or at another time. */
    Dispatcher dispatcher(SendJournal journal, Mailer other, Clock at) {
        return new Dispatcher(claimer, new Courier(composer, other, config, at), completions, journal, config, at);
    }
}
