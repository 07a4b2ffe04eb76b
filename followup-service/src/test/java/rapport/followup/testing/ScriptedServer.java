package rapport.followup.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that does what a test wants at one point of the conversation, and counts what it took. */
public final class ScriptedServer implements AutoCloseable {

    /** Where it misbehaves. */
    public enum Script {
        ACCEPT,
        GREET_554,
        SENDER_550,
        RECIPIENT_550,
        RECIPIENT_552,
        RECIPIENT_451,
        DATA_451,
        DROP_AT_DATA,
        DROP_IN_TEXT,
        DOT_451,
        DOT_554,
        DROP_AFTER_DOT
    }

    private final ServerSocket server;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> dots = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> verbs = new CopyOnWriteArrayList<>();
    private volatile Script script;

    public ScriptedServer(Script script) {
        this.script = script;
        try {
            server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::acceptAll);
    }

    public void play(Script next) {
        script = next;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Messages that were acknowledged with 250, as they came over the wire. */
    public List<String> taken() {
        return taken;
    }

    /** Messages whose final dot arrived, acknowledged or not. */
    public List<String> dots() {
        return dots;
    }

    /** How many connections there were until now. */
    public int connections() {
        return connections.size();
    }

    /** What clients said, without what they said it about. */
    public List<String> verbs() {
        return verbs;
    }

    /** Ends all connections, as a server does that is restarted. */
    public void hangUp() {
        for (Socket each : connections) {
            try {
                each.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.add(socket);
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket;
                var in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            if (script == Script.GREET_554) {
                say(socket, "554 no service");
                return;
            }
            say(socket, "220 scripted");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split("[ :]")[0].toUpperCase();
                verbs.add(verb);
                if (!answer(socket, in, verb)) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client hung up: that is its right.
            return;
        }
    }

    private boolean answer(Socket socket, BufferedReader in, String verb) throws IOException {
        switch (verb) {
            case "EHLO", "HELO" -> say(socket, "250 scripted");
            case "MAIL" -> say(socket, script == Script.SENDER_550 ? "550 not you" : "250 ok");
            case "RCPT" ->
                say(
                        socket,
                        switch (script) {
                            case RECIPIENT_550 -> "550 no such user";
                            case RECIPIENT_552 -> "552 mailbox full for good";
                            case RECIPIENT_451 -> "451 later";
                            default -> "250 ok";
                        });
            case "DATA" -> {
                return data(socket, in);
            }
            case "QUIT" -> {
                say(socket, "221 bye");
                return false;
            }
            default -> say(socket, "250 ok");
        }
        return true;
    }

    private boolean data(Socket socket, BufferedReader in) throws IOException {
        if (script == Script.DATA_451) {
            say(socket, "451 later");
            return true;
        }
        if (script == Script.DROP_AT_DATA) {
            return false;
        }
        say(socket, "354 go on");
        if (script == Script.DROP_IN_TEXT) {
            in.readLine();
            socket.setSoLinger(true, 0);
            return false;
        }
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        dots.add(message.toString());
        switch (script) {
            case DOT_451 -> say(socket, "451 later");
            case DOT_554 -> say(socket, "554 spam");
            case DROP_AFTER_DOT -> {
                return false;
            }
            default -> {
                taken.add(message.toString());
                say(socket, "250 queued");
            }
        }
        return true;
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
