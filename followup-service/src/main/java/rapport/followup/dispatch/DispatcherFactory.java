package rapport.followup.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import rapport.followup.mail.MailTransport;

/** Puts a dispatcher together. */
@ApplicationScoped
class DispatcherFactory {

    private final Claimer claimer;
    private final Ledgers ledgers;
    private final MailTransport transport;
    private final DispatchConfig config;
    private final Clock clock;

    DispatcherFactory(Claimer claimer, Ledgers ledgers, MailTransport transport, DispatchConfig config, Clock clock) {
        this.claimer = claimer;
        this.ledgers = ledgers;
        this.transport = transport;
        this.config = config;
        this.clock = clock;
    }

    Dispatcher dispatcher(SendJournal journal) {
        return new Dispatcher(claimer, new Courier(transport, config, clock), ledgers.of(journal), config, clock);
    }
}
