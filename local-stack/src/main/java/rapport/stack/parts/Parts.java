package rapport.stack.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The real parts that tests run against: durable Postgres, Kafka, an OIDC issuer, a mailbox. They run in a process of
 * their own, one per test JVM, which ends with the test JVM even when that is killed.
 */
public final class Parts {
    /** The keys of one test run; no secret protects anything here. */
    private static final String KEY = "cmFwcG9ydC1sb2NhbC1zdGFjay10ZXN0LWtleS0zMmI=";

    private static final String SYSTEM_PROPERTY = "rapport.parts";

    private final Settings settings;

    private Parts(Settings settings) {
        this.settings = settings;
    }

    /** The parts of this JVM. Class loaders come and go in a test run; the system property is what they share. */
    public static Parts shared() {
        synchronized (SYSTEM_PROPERTY.intern()) {
            String line = System.getProperty(SYSTEM_PROPERTY);
            if (line == null) {
                line = PartsLauncher.start();
                System.setProperty(SYSTEM_PROPERTY, line);
            }
            return new Parts(Settings.of(line));
        }
    }

    /** An empty database whose name begins with the given one. */
    public Database freshDatabase(String name) {
        String unique = name.toLowerCase().replaceAll("[^a-z0-9]", "_") + "_"
                + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
        return new Database(text("/database", unique), unique, unique);
    }

    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    public String issuer() {
        return settings.issuer();
    }

    public String smtpHost() {
        return settings.smtpHost();
    }

    public int smtpPort() {
        return settings.smtpPort();
    }

    /** A signed access token of a demo person. */
    public String token(String person) {
        return token(DemoPerson.of(person).claims());
    }

    /**
     * A signed token of any claims. Issuer, audience and times are those of a good token unless given; a claim given as
     * null is left out.
     */
    public String token(Map<String, Object> claims) {
        return new String(call("/token", Wire.claims(claims)), StandardCharsets.UTF_8);
    }

    /** Like {@link #token(Map)}, but signed with a key that the issuer does not know. */
    public String tokenOfAnotherKey(Map<String, Object> claims) {
        return new String(call("/token/another-key", Wire.claims(claims)), StandardCharsets.UTF_8);
    }

    /** What was delivered, one entry per message and recipient, oldest first. */
    public List<Mail> mailbox() {
        return Wire.mails(call("/mailbox", new byte[0]));
    }

    public void clearMailbox() {
        text("/mailbox/clear", "");
    }

    public void stopKafka() {
        text("/kafka/stop", "");
    }

    public void killKafka() {
        text("/kafka/kill", "");
    }

    /** Starts the stopped or killed broker on its old data and port. */
    public void startKafka() {
        text("/kafka/start", "");
    }

    public void stopPostgres() {
        text("/postgres/stop", "");
    }

    public void killPostgres() {
        text("/postgres/kill", "");
    }

    public void startPostgres() {
        text("/postgres/start", "");
    }

    /** The running value of a Postgres setting. */
    public String postgresSetting(String name) {
        return text("/postgres/setting", name);
    }

    /** The configuration of a service under test, with a fresh database of its own. */
    public Map<String, String> quarkusConfig(String service) {
        return quarkusConfig(freshDatabase(service));
    }

    public Map<String, String> quarkusConfig(Database database) {
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        config.put("quarkus.datasource.username", database.username());
        config.put("quarkus.datasource.password", database.password());
        config.put("kafka.bootstrap.servers", bootstrapServers());
        config.put("quarkus.oidc.auth-server-url", issuer());
        config.put("quarkus.oidc.token.audience", "rapport-api");
        config.put("quarkus.http.test-port", "0");
        config.put("rapport.token-key", KEY);
        config.put("kit.cursor-key", KEY);
        config.put("rapport.smtp.host", smtpHost());
        config.put("rapport.smtp.port", Integer.toString(smtpPort()));
        config.put("rapport.public-url", "http://127.0.0.1");
        return config;
    }

    private String text(String path, String body) {
        return new String(call(path, body.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    private byte[] call(String path, byte[] body) {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + settings.controlPort() + path))
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();
            var response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + new String(response.body(), StandardCharsets.UTF_8));
            }
            return response.body();
        } catch (IOException failure) {
            throw new UncheckedIOException("the parts do not answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
