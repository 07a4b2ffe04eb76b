package rapport.stack.parts;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import rapport.stack.issuer.Issuer;
import rapport.stack.kafka.Broker;
import rapport.stack.mail.Mailbox;
import rapport.stack.postgres.PostgresServer;
import rapport.stack.process.ParentWatch;
import rapport.stack.process.Ports;

/**
 * Main class of the process behind {@link Parts}: starts the parts on free ports in an own directory, says where they
 * are in one line on standard output, and ends with its input.
 */
final class PartsProcess implements AutoCloseable {
    private final Path directory;
    private final PostgresServer postgres;
    private final Broker broker;
    private final Issuer issuer;
    private final Mailbox mailbox;

    private PartsProcess(Path directory) {
        this.directory = directory;
        var startingPostgres = CompletableFuture.supplyAsync(
                () -> PostgresServer.start(directory.resolve("postgres"), Ports.free()), Thread::startVirtualThread);
        var startingBroker = CompletableFuture.supplyAsync(
                () -> Broker.start(
                        directory.resolve("kafka"), Ports.free(), Ports.free(), directory.resolve("kafka.log")),
                Thread::startVirtualThread);
        issuer = Issuer.start(Ports.free());
        mailbox = Mailbox.start(Ports.free());
        postgres = startingPostgres.join();
        broker = startingBroker.join();
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream answer = System.out;
        System.setOut(System.err);
        Path directory = Path.of(arguments[0]);
        var parts = new PartsProcess(directory);
        var control = new Control(parts.postgres, parts.broker, parts.issuer, parts.mailbox);
        answer.println(new Settings(
                        control.start(),
                        parts.broker.bootstrapServers(),
                        parts.issuer.url(),
                        Mailbox.HOST,
                        parts.mailbox.port())
                .line());
        answer.flush();
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close));
        ParentWatch.awaitEndOfInput();
        System.exit(0);
    }

    @Override
    public void close() {
        mailbox.close();
        issuer.close();
        broker.close();
        postgres.close();
        deleteDirectory();
    }

    private void deleteDirectory() {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException leftover) {
            System.err.println("not deleted: " + directory + " (" + leftover.getMessage() + ")");
        }
    }
}
