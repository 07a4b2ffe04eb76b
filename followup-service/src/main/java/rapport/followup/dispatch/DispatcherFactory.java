package rapport.followup.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import rapport.followup.mail.MailComposer;
import rapport.followup.mail.Mailer;

/** Puts a dispatcher together. */
@ApplicationScoped
class DispatcherFactory {

    private final Claimer claimer;
    private final Ledgers ledgers;
    private final MailComposer composer;
    private final Mailer mailer;
    private final DispatchConfig config;
    private final Clock clock;

    DispatcherFactory(
            Claimer claimer,
            Ledgers ledgers,
            MailComposer composer,
            Mailer mailer,
            DispatchConfig config,
            Clock clock) {
        this.claimer = claimer;
        this.ledgers = ledgers;
        this.composer = composer;
        this.mailer = mailer;
        this.config = config;
        this.clock = clock;
    }

    Dispatcher dispatcher(SendJournal journal) {
        return new Dispatcher(
                claimer, new Courier(composer, mailer, config, clock), ledgers.of(journal), config, clock);
    }
}
