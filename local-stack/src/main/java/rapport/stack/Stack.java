package rapport.stack;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import rapport.stack.gateway.Gateway;
import rapport.stack.issuer.Issuer;
import rapport.stack.kafka.Broker;
import rapport.stack.mail.Mailbox;
import rapport.stack.parts.DemoPerson;
import rapport.stack.postgres.PostgresServer;
import rapport.stack.process.PidFiles;
import rapport.stack.service.Service;

/**
 * The whole platform on one machine: Postgres, Kafka, issuer, mailbox, the three services and the gateway.
 *
 * <p>The handles allow a test to kill and restart each part; closing stops them in the reverse order of their start.
 */
public final class Stack implements AutoCloseable {
    private static final List<String> SERVICES = List.of("events", "contacts", "followup");

    private final StackConfig config;
    private final DataDirectory data;
    private final PidFiles pids;
    private final List<String> stoppedLeftovers;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private volatile PostgresServer postgres;
    private volatile Broker kafka;
    private volatile Issuer issuer;
    private volatile Mailbox mailbox;
    private Gateway gateway;

    private Stack(StackConfig config, DataDirectory data) {
        this.config = config;
        this.data = data;
        this.pids = new PidFiles(data.resolve("run"));
        this.stoppedLeftovers = pids.stopLeftovers();
    }

    /** Starts everything and returns when every service is ready, or throws {@link StartFailed} and leaves nothing. */
    public static Stack start(StackConfig config) {
        return start(config, false);
    }

    public static Stack start(StackConfig config, boolean fresh) {
        var stack = new Stack(config, DataDirectory.open(config.data()));
        try {
            if (fresh) {
                stack.data.wipe();
            }
            config.ports().complaint().ifPresent(sentence -> {
                throw new StartFailed(sentence);
            });
            config.requirePackagedServices(SERVICES);
            stack.startParts();
            stack.startServices();
            return stack;
        } catch (CompletionException failure) {
            stack.close();
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        } catch (RuntimeException failure) {
            stack.close();
            throw failure;
        }
    }

    public String url() {
        return "http://localhost:" + config.ports().gateway();
    }

    public StackConfig config() {
        return config;
    }

    /** events, contacts or followup. */
    public Service service(String name) {
        return services.get(name);
    }

    /**
     * One more process of a service on the same database. It is not started, and whoever asked for it closes it.
     *
     * @param environment over what the service itself is started with
     */
    public Service replica(String name, int number, Map<String, String> environment) {
        return new Service(
                new ServiceSpecs(config, data).replica(name, number, postgres.database(name), environment), pids);
    }

    public List<Service> services() {
        return List.copyOf(services.values());
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public Broker kafka() {
        return kafka;
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    public Issuer issuer() {
        return issuer;
    }

    public String token(String person) {
        return issuer.token(DemoPerson.of(person));
    }

    /** What an earlier launcher, killed on this data, had left running. */
    public List<String> stoppedLeftovers() {
        return stoppedLeftovers;
    }

    @Override
    public synchronized void close() {
        together(services.values().stream()
                .<Supplier<Service>>map(service -> () -> close(service))
                .toList());
        services.clear();
        gateway = close(gateway);
        kafka = close(kafka);
        pids.forget("kafka");
        postgres = close(postgres);
        pids.forget("postgres");
        mailbox = close(mailbox);
        issuer = close(issuer);
        data.close();
    }

    private void startParts() {
        var ports = config.ports();
        together(List.of(
                () -> postgres = PostgresServer.start(data.resolve("postgres"), ports.postgres()),
                () -> kafka = Broker.start(
                        data.resolve("kafka"),
                        ports.kafka(),
                        ports.kafkaController(),
                        data.resolve("logs").resolve("kafka.log")),
                () -> issuer =
                        Issuer.start(ports.issuer(), data.resolve("secrets").resolve("issuer.jwk")),
                () -> mailbox = Mailbox.start(ports.smtp(), data.resolve("mailbox"))));
        pids.remember("postgres", postgres.pid());
        pids.remember("kafka", kafka.pid());
    }

    private void startServices() {
        var specs = new ServiceSpecs(config, data);
        for (String name : SERVICES) {
            var service = new Service(specs.of(name, postgres.database(name)), pids);
            services.put(name, service);
            service.start();
        }
        gateway = Gateway.start(config.ports(), mailbox);
        together(services.values().stream()
                .<Supplier<Void>>map(service -> () -> {
                    service.awaitReady();
                    return null;
                })
                .toList());
    }

    /** Returns when all of it has ended, well or not: nothing goes on starting behind the back of a close. */
    private static void together(Collection<? extends Supplier<?>> work) {
        CompletableFuture.allOf(work.stream()
                        .map(part -> CompletableFuture.supplyAsync(part, Thread::startVirtualThread))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** Always null, for the field that held the part. */
    private static <T extends AutoCloseable> T close(T part) {
        if (part != null) {
            try {
                part.close();
            } catch (Exception failure) {
                // The others have to be stopped all the same.
                System.err.println("stopping: " + failure);
            }
        }
        return null;
    }
}
