package rapport.kit.lifecycle;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Knows whether this process is on its way out. Loops ask before they begin something new. */
@ApplicationScoped
public class ShutdownState {
    private volatile boolean stopping;

    /** True from the moment at which the process was told to stop. */
    public boolean stopping() {
        return stopping;
    }

    void delayed(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    void stopped(@Observes @Priority(ShutdownStep.ANNOUNCE) ShutdownEvent event) {
        stopping = true;
    }
}
