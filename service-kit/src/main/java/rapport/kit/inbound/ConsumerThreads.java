package rapport.kit.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rapport.kit.kafka.KafkaClients;
import rapport.kit.lifecycle.ShutdownStep;

/** Runs the consumers of this service from start to shutdown. */
@ApplicationScoped
class ConsumerThreads {
    private final InboundConfig config;
    private final Handlers handlers;
    private final InboundMetrics metrics;
    private final BatchApplier applier;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final List<ConsumerThread> threads = new ArrayList<>();

    ConsumerThreads(
            InboundConfig config,
            Handlers handlers,
            InboundMetrics metrics,
            BatchApplier applier,
            KafkaClients clients,
            @ConfigProperty(name = "quarkus.application.name") String group) {
        this.config = config;
        this.handlers = handlers;
        this.metrics = metrics;
        this.applier = applier;
        this.consumers = () -> clients.consumer(group, config.batch());
    }

    void start(@Observes StartupEvent event) {
        if (!config.enabled() || handlers.topics().isEmpty()) {
            return;
        }
        for (int i = 0; i < config.consumers(); i++) {
            var thread = new ConsumerThread("inbound-" + i, this::loop);
            thread.start();
            threads.add(thread);
        }
    }

    /** A batch under way is finished, or rolled back and left to the next start: its offsets are not committed then. */
    void stop(@Observes @Priority(ShutdownStep.STOP_INTAKE) ShutdownEvent event) throws InterruptedException {
        threads.forEach(ConsumerThread::stop);
        for (ConsumerThread thread : threads) {
            thread.join();
        }
    }

    private ConsumerLoop loop() {
        var loop = new ConsumerLoop(consumers.get(), applier, metrics, handlers.topicsReadAnew());
        loop.subscribe(handlers.topics());
        return loop;
    }
}
