package rapport.system;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import rapport.stack.PortPlan;
import rapport.stack.Stack;
import rapport.stack.StackConfig;
import rapport.stack.demo.Api;

/** The whole platform as it is deployed, one for all system tests: separate processes from the packaged jars. */
final class Platform implements AutoCloseable {
    private final Stack stack;
    private final Api api;

    private Platform(Stack stack) {
        this.stack = stack;
        this.api = new Api(stack.url(), stack::token);
    }

    /** On data of its own, new in every run. */
    static Platform start() {
        Path home = Path.of("").toAbsolutePath().getParent();
        var config = new StackConfig(home, home.resolve("system-tests/target/platform"), PortPlan.free())
                // Ten minutes to change one's mind are tested in followup-service.
                .withEnvironment(Map.of(
                        "FOLLOWUP_HOLD", "PT1S",
                        // And some tests kill replicas: others notice it soon, and all work off what was left quickly.
                        // Whoever looks rarely would leave all of it to a second replica.
                        "FOLLOWUP_DISPATCH_POLL", "PT0.1S",
                        "FOLLOWUP_DISPATCH_LEASE", "PT15S",
                        "FOLLOWUP_DISPATCH_PER_MINUTE", "60000",
                        "FOLLOWUP_DISPATCH_BATCH", "10",
                        "FOLLOWUP_MAIL_TIMEOUT", "PT5S"));
        return new Platform(Stack.start(config, true));
    }

    Stack stack() {
        return stack;
    }

    Api api() {
        return api;
    }

    /** Somebody who has never been here. */
    String newcomer(String subject) {
        return stack.issuer()
                .token(Map.of(
                        "sub",
                        subject,
                        "name",
                        subject,
                        "email",
                        subject + "@example.org",
                        "email_verified",
                        true,
                        "groups",
                        List.of("attendee")));
    }

    @Override
    public void close() {
        api.close();
        stack.close();
    }

    /** For looking, not for writing: what a test may not see through the public doors. */
    Connection database(String service) throws SQLException {
        var database = stack.postgres().database(service);
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    long count(String service, String question, String... parameters) throws SQLException {
        try (var database = database(service);
                var query = database.prepareStatement(question)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
