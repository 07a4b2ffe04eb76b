package rapport.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rapport.kit.kafka.KafkaClients;

/** Puts the relay of this service together. */
class RelaySetup {

    @Produces
    @Singleton
    OutboxRelay relay(
            DataSource dataSource,
            KafkaClients clients,
            TopicCreation topics,
            RelayConfig config,
            MeterRegistry registry,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        return new OutboxRelay(
                new OutboxLease(dataSource),
                () -> {
                    topics.createMissing();
                    return clients.producer();
                },
                new OutboxRecords("/" + service),
                config,
                new RelayMetrics(registry));
    }
}
