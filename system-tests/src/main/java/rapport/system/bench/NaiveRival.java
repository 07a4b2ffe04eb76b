package rapport.system.bench;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.stack.parts.Database;
import rapport.stack.process.PidFiles;
import rapport.stack.process.Ports;
import rapport.stack.service.Service;
import rapport.system.Crowd;

/** The endpoint of the module naive-endpoint in a process of its own, with the same people known to it. */
final class NaiveRival implements AutoCloseable {
    private final Service service;

    private NaiveRival(Service service) {
        this.service = service;
    }

    static NaiveRival start(Path home, Path data, Database database, String issuer, List<String> jvmArguments) {
        int port = Ports.free();
        var spec = new Service.Spec(
                "naive-endpoint",
                home.resolve("system-tests/naive-endpoint/target/quarkus-app/quarkus-run.jar"),
                port,
                jvmArguments,
                Map.of(
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                        "QUARKUS_DATASOURCE_USERNAME", database.username(),
                        "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                        "QUARKUS_OIDC_AUTH_SERVER_URL", issuer,
                        "QUARKUS_OIDC_TOKEN_AUDIENCE", "rapport-api"),
                data);
        var service = new Service(spec, new PidFiles(data.resolve("run")));
        service.start();
        service.awaitReady();
        return new NaiveRival(service);
    }

    String url() {
        return service.url();
    }

    long pid() {
        return service.pid();
    }

    void know(Connection connection, Crowd crowd) throws Exception {
        var sha = MessageDigest.getInstance("SHA-256");
        try (var insert =
                connection.prepareStatement("insert into naive_badge (token_hash, person_id) values (?, ?)")) {
            for (String token : crowd.badgeTokens()) {
                insert.setString(1, HexFormat.of().formatHex(sha.digest(token.getBytes())));
                insert.setObject(2, UUID.randomUUID());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
