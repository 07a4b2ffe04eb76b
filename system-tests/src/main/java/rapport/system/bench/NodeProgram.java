package rapport.system.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import rapport.stack.parts.Database;

/** A program of system-tests/rivals, which answers line by line. It ends when its standard input does. */
final class NodeProgram implements AutoCloseable {
    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter commands;

    private NodeProgram(String name, Process process) {
        this.name = name;
        this.process = process;
        this.answers = process.inputReader();
        this.commands = process.outputWriter();
    }

    /** Returns when the program has its tables, and one task in them. */
    static NodeProgram start(Path directory, String name, Database database) throws IOException {
        var builder =
                new ProcessBuilder("node", name).directory(directory.toFile()).redirectError(Redirect.INHERIT);
        builder.environment()
                .put(
                        "DATABASE_URL",
                        database.jdbcUrl()
                                .replace(
                                        "jdbc:postgresql://",
                                        "postgresql://" + database.username() + ":" + database.password() + "@"));
        builder.environment().put("NODE_ENV", "production");
        var program = new NodeProgram(name, builder.start());
        program.expect("ready");
        return program;
    }

    void work() throws IOException {
        say("work");
        expect("working");
    }

    long executed() throws IOException {
        say("count");
        return Long.parseLong(expect("counted"));
    }

    DispatchRival.Executions rest() throws IOException {
        say("rest");
        String[] counts = expect("resting").split(" ");
        return new DispatchRival.Executions(Long.parseLong(counts[0]), Long.parseLong(counts[1]));
    }

    long pid() {
        return process.pid();
    }

    private void say(String command) throws IOException {
        commands.write(command);
        commands.newLine();
        commands.flush();
    }

    /** @return what follows the word */
    private String expect(String word) throws IOException {
        String line = answers.readLine();
        if (line == null || !line.startsWith(word)) {
            throw new IllegalStateException(name + " said " + line + " instead of " + word);
        }
        return line.substring(word.length()).strip();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        commands.close();
        process.waitFor();
    }
}
