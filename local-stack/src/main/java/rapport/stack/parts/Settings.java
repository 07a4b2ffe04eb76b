package rapport.stack.parts;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the parts are: the one line that their process prints. */
record Settings(int controlPort, String bootstrapServers, String issuer, String smtpHost, int smtpPort) {
    private static final String MARK = "rapport-parts";

    String line() {
        return MARK + " control=" + controlPort + " bootstrap=" + bootstrapServers + " issuer=" + issuer + " smtpHost="
                + smtpHost + " smtpPort=" + smtpPort;
    }

    static Settings of(String line) {
        if (line == null || !line.startsWith(MARK)) {
            throw new IllegalArgumentException("not a line of settings: " + line);
        }
        Map<String, String> values = Arrays.stream(
                        line.substring(MARK.length()).strip().split(" "))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return new Settings(
                Integer.parseInt(values.get("control")),
                values.get("bootstrap"),
                values.get("issuer"),
                values.get("smtpHost"),
                Integer.parseInt(values.get("smtpPort")));
    }
}
