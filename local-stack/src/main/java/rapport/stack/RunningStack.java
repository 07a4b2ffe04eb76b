package rapport.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the stack of a data directory listens, for the commands that talk to it from outside. */
final class RunningStack {
    private static final String FILE = "port-base";

    private RunningStack() {}

    static void announce(Path data, int portBase) {
        try {
            Files.writeString(data.resolve(FILE), Integer.toString(portBase));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void withdraw(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Optional<PortPlan> ports(Path data) {
        try {
            return Files.exists(data.resolve(FILE))
                    ? Optional.of(PortPlan.from(Integer.parseInt(
                            Files.readString(data.resolve(FILE)).strip())))
                    : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
