package rapport.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Takes the place of a packaged service where only starting and stopping matter: it answers with what it was asked. */
final class StandInService {
    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        if (System.getenv("STAND_IN_FAILS") != null) {
            System.out.println("the schema does not fit");
            System.exit(3);
        }
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        server.createContext("/", exchange -> {
            String text = "{\"path\":\"" + exchange.getRequestURI() + "\",\"prefix\":\""
                    + exchange.getRequestHeaders().getFirst("X-Forwarded-Prefix") + "\",\"bytes\":"
                    + exchange.getRequestBody().readAllBytes().length + "}";
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        System.out.println("2026-11-22 10:00:00,000 INFO  [stand-in] ready");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopped in order")));
    }

    /** Packages this class as the three services of a home directory. */
    static void packageInto(Path home) throws IOException {
        for (String service : new String[] {"events", "contacts", "followup"}) {
            Path jar = home.resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
            Files.createDirectories(jar.getParent());
            var manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
            try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                String name = StandInService.class.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (var bytes = StandInService.class.getClassLoader().getResourceAsStream(name)) {
                    bytes.transferTo(out);
                }
            }
        }
    }
}
