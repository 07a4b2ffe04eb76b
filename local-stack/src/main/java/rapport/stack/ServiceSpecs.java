package rapport.stack;

import java.util.HashMap;
import java.util.Map;
import rapport.stack.parts.Database;
import rapport.stack.process.Ports;
import rapport.stack.service.Service;

/** The environment of each service: the same variables that docker-compose.yml sets. */
final class ServiceSpecs {
    private final StackConfig config;
    private final DataDirectory data;

    ServiceSpecs(StackConfig config, DataDirectory data) {
        this.config = config;
        this.data = data;
    }

    Service.Spec of(String name, Database database) {
        String module = name + "-service";
        return new Service.Spec(
                module, config.jar(name), port(name), config.jvmArguments(), environment(name, database), data.path());
    }

    /** A further process of the service, on a free port, with a directory and variables of its own. */
    Service.Spec replica(String name, int number, Database database, Map<String, String> more) {
        String module = name + "-service";
        int port = Ports.free();
        Map<String, String> variables = environment(name, database);
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        // The port at which answers arrive belongs to the first process.
        variables.put("FOLLOWUP_INBOUND_SMTP", "false");
        variables.putAll(more);
        return new Service.Spec(
                module + "-" + number, config.jar(name), port, config.jvmArguments(), variables, data.path());
    }

    private int port(String name) {
        return switch (name) {
            case "events" -> config.ports().events();
            case "contacts" -> config.ports().contacts();
            case "followup" -> config.ports().followup();
            default -> throw new IllegalArgumentException("no such service: " + name);
        };
    }

    private Map<String, String> environment(String name, Database database) {
        var ports = config.ports();
        Map<String, String> variables = new HashMap<>();
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(port(name)));
        variables.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        variables.put("QUARKUS_DATASOURCE_USERNAME", database.username());
        variables.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        variables.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        variables.put("QUARKUS_OIDC_AUTH_SERVER_URL", "http://127.0.0.1:" + ports.issuer() + "/rapport");
        variables.put("QUARKUS_OIDC_TOKEN_AUDIENCE", "rapport-api");
        variables.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        variables.put("KIT_CURSOR_KEY", data.secret("cursor-key"));
        variables.put("RAPPORT_TOKEN_KEY", data.secret("token-key"));
        variables.put("RAPPORT_SMTP_HOST", "127.0.0.1");
        variables.put("RAPPORT_SMTP_PORT", Integer.toString(ports.smtp()));
        variables.put("RAPPORT_PUBLIC_URL", "http://localhost:" + ports.gateway());
        variables.put("RAPPORT_REPLY_DOMAIN", "reply.localhost");
        variables.put("FOLLOWUP_INBOUND_SMTP", "true");
        variables.put("FOLLOWUP_INBOUND_HOST", "127.0.0.1");
        variables.put("FOLLOWUP_INBOUND_PORT", Integer.toString(ports.inbound()));
        variables.putAll(config.environment());
        return variables;
    }
}
