package rapport.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import rapport.stack.PortPlan;
import rapport.stack.Stack;
import rapport.stack.StackConfig;
import rapport.stack.demo.Api;

/** The whole platform as it is deployed, one for all system tests: separate processes from the packaged jars. */
final class Platform {
    private static Platform shared;

    private final Stack stack;
    private final Api api;

    private Platform(Stack stack) {
        this.stack = stack;
        this.api = new Api(stack.url(), stack::token);
    }

    static synchronized Platform shared() {
        if (shared == null) {
            Path home = Path.of("").toAbsolutePath().getParent();
            Path data = home.resolve("system-tests/target/platform");
            var config = new StackConfig(home, data, PortPlan.free())
                    // Ten minutes to change one's mind are tested in followup-service.
                    .withEnvironment(Map.of("FOLLOWUP_HOLD", "PT1S"));
            shared = new Platform(Stack.start(config, Files.exists(data)));
            Runtime.getRuntime().addShutdownHook(new Thread(shared.stack::close));
        }
        return shared;
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
                        java.util.List.of("attendee")));
    }

    /** For looking, not for writing: what a test may not see through the public doors. */
    Connection database(String service) throws SQLException {
        var database = stack.postgres().database(service);
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
