package rapport.stack;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What the {@code rapport} script hands over to. */
@Command(
        name = "rapport",
        subcommands = {RunCommand.class, TokenCommand.class})
public final class Main {
    @Option(names = "--home", hidden = true, scope = ScopeType.INHERIT, defaultValue = ".")
    private Path home;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler(sentenceInsteadOfATrace())
                .execute(arguments));
    }

    Path home() {
        return home.toAbsolutePath().normalize();
    }

    Path data() {
        return home().resolve(".rapport");
    }

    private static IExecutionExceptionHandler sentenceInsteadOfATrace() {
        return (failure, command, parsed) -> {
            if (failure instanceof StartFailed) {
                System.err.println(failure.getMessage());
            } else {
                failure.printStackTrace();
            }
            return 1;
        };
    }
}
