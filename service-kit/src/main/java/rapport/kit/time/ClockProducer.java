package rapport.kit.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one place that reads the time of the machine. Everybody else has a {@link Clock} injected. */
@ApplicationScoped
public class ClockProducer {

    /** The system's clock in UTC; replaced by any other {@code Clock} bean, for example in a test. */
    @Produces
    @ApplicationScoped
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
