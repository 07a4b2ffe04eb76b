package rapport.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start a {@link Stack}.
 *
 * @param home the repository, where the packaged services are
 * @param data where everything is kept; started again on the same directory, the stack has the same data
 * @param jvmArguments of each service
 * @param environment of each service, over what the stack sets itself
 */
public record StackConfig(
        Path home, Path data, PortPlan ports, List<String> jvmArguments, Map<String, String> environment) {

    /** Small and quick to start: what a laptop wants. */
    private static final List<String> MODEST = List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    public StackConfig {
        home = home.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        jvmArguments = List.copyOf(jvmArguments);
        environment = Map.copyOf(environment);
    }

    public StackConfig(Path home, Path data, PortPlan ports) {
        this(home, data, ports, MODEST, Map.of());
    }

    public StackConfig withJvmArguments(String... arguments) {
        return new StackConfig(home, data, ports, List.of(arguments), environment);
    }

    public StackConfig withEnvironment(Map<String, String> more) {
        return new StackConfig(home, data, ports, jvmArguments, more);
    }

    Path jar(String service) {
        return home.resolve(service + "-service").resolve("target/quarkus-app/quarkus-run.jar");
    }

    void requirePackagedServices(List<String> services) {
        for (String service : services) {
            if (!Files.exists(jar(service))) {
                throw new StartFailed(service + "-service is not packaged: run ./mvnw package -DskipTests first.");
            }
        }
    }
}
