package rapport.kit.idempotency;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.StringJoiner;
import rapport.kit.json.Json;

/** What a request says, in one spelling: the arguments of the method, which the order of members and white space do not reach. */
final class Content {

    private Content() {}

    static byte[] hash(Object[] arguments) {
        var all = new StringJoiner("\n");
        for (Object argument : arguments) {
            if (!isContext(argument)) {
                all.add(text(argument));
            }
        }
        return Request.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Object argument) {
        try {
            return switch (argument) {
                case byte[] bytes -> HexFormat.of().formatHex(Request.sha256(bytes));
                case Path path -> HexFormat.of().formatHex(Request.sha256(Files.readAllBytes(path)));
                case File file -> HexFormat.of().formatHex(Request.sha256(Files.readAllBytes(file.toPath())));
                case null, default -> Json.canonical(argument);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isContext(Object argument) {
        return argument != null && isContext(argument.getClass());
    }

    private static boolean isContext(Class<?> type) {
        for (Class<?> of : type.getInterfaces()) {
            if (of.getName().startsWith("jakarta.ws.rs.") || isContext(of)) {
                return true;
            }
        }
        return type.getSuperclass() != null && isContext(type.getSuperclass());
    }
}
