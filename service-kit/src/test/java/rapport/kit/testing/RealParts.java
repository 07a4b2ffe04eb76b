package rapport.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import rapport.kit.lifecycle.ServiceMain;
import rapport.stack.parts.Parts;

/**
 * Lets a {@code @QuarkusTest} run against the real parts (Postgres, Kafka, issuer, mailbox) with a fresh database:
 *
 * <pre>{@code @WithTestResource(RealParts.class)}</pre>
 *
 * <p>Init arguments become configuration, except {@code database}, the beginning of the database's name.
 */
public class RealParts implements QuarkusTestResourceLifecycleManager {
    private final Map<String, String> own = new HashMap<>();
    private String database = "test";

    @Override
    public void init(Map<String, String> arguments) {
        own.putAll(arguments);
        if (own.containsKey("database")) {
            database = own.remove("database");
        }
    }

    @Override
    public Map<String, String> start() {
        // A test starts the application without its main method.
        System.setProperty(ServiceMain.ADDRESSES_ARE_LEFT_TO_THE_KIT, "true");
        var config = new HashMap<>(Parts.shared().quarkusConfig(database));
        config.putAll(own);
        return config;
    }

    @Override
    public void stop() {
        // The parts end with the JVM, so that all tests of a run share them.
    }
}
