package rapport.stack.parts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import rapport.stack.issuer.Issuer;
import rapport.stack.kafka.Broker;
import rapport.stack.mail.Mailbox;
import rapport.stack.postgres.PostgresServer;

/** The loopback door of the parts process: every path is one method of {@link Parts}. */
final class Control {
    private final PostgresServer postgres;
    private final Broker broker;
    private final Issuer issuer;
    private final Mailbox mailbox;

    Control(PostgresServer postgres, Broker broker, Issuer issuer, Mailbox mailbox) {
        this.postgres = postgres;
        this.broker = broker;
        this.issuer = issuer;
        this.mailbox = mailbox;
    }

    int start() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        int status = 200;
        byte[] body;
        try {
            body = perform(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestBody().readAllBytes());
        } catch (RuntimeException failure) {
            status = 500;
            body = failure.toString().getBytes(StandardCharsets.UTF_8);
        }
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private byte[] perform(String path, byte[] body) {
        return switch (path) {
            case "/database" -> bytes(postgres.database(text(body)).jdbcUrl());
            case "/postgres/setting" -> bytes(postgres.setting(text(body)));
            case "/postgres/stop" -> done(postgres::close);
            case "/postgres/kill" -> done(postgres::kill);
            case "/postgres/start" -> done(postgres::start);
            case "/kafka/stop" -> done(broker::close);
            case "/kafka/kill" -> done(broker::kill);
            case "/kafka/start" -> done(broker::start);
            case "/token" -> bytes(issuer.token(Wire.claims(body)));
            case "/token/another-key" -> bytes(issuer.tokenOfAnotherKey(Wire.claims(body)));
            case "/mailbox" -> Wire.mails(mailbox.messages());
            case "/mailbox/clear" -> done(mailbox::clear);
            default -> throw new IllegalArgumentException("no such command: " + path);
        };
    }

    private static byte[] done(Runnable command) {
        command.run();
        return new byte[0];
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
