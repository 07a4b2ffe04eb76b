package rapport.system.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import rapport.stack.parts.Database;

/** The rivals that run on Node, with the libraries that their lock file names, installed next to the data of the run. */
final class NodePrograms {
    private static final int OLDEST = 20;

    private final Path directory;

    private NodePrograms(Path directory) {
        this.directory = directory;
    }

    /** Empty, and a sentence that says why, when they cannot run here. */
    static Optional<NodePrograms> install(Path home, Path data, PrintStream out) throws Exception {
        Optional<Integer> version = version();
        if (version.isEmpty() || version.get() < OLDEST) {
            out.println("Node " + OLDEST + " or newer is not installed: graphile-worker and pg-boss are left out.");
            return Optional.empty();
        }
        Path directory = Files.createDirectories(data.resolve("rivals"));
        try (var files =
                Files.newDirectoryStream(home.resolve("system-tests/rivals"), file -> Files.isRegularFile(file))) {
            for (Path file : files) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
        Path log = data.resolve("npm.log");
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (npm.waitFor() != 0) {
            out.println("npm could not install graphile-worker and pg-boss, they are left out:");
            out.println(Files.readString(log));
            return Optional.empty();
        }
        return Optional.of(new NodePrograms(directory));
    }

    NodeProgram start(String program, Database database) throws IOException {
        return NodeProgram.start(directory, program, database);
    }

    private static Optional<Integer> version() throws InterruptedException {
        try {
            Process node = new ProcessBuilder(List.of("node", "--version")).start();
            String said = new String(node.getInputStream().readAllBytes()).strip();
            return node.waitFor() == 0
                    ? Optional.of(Integer.parseInt(said.substring(1, said.indexOf('.'))))
                    : Optional.empty();
        } catch (IOException missing) {
            return Optional.empty();
        }
    }
}
