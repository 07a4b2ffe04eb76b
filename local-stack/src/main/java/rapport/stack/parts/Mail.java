package rapport.stack.parts;

import java.time.Instant;
import java.util.List;

/** A delivered message as one recipient has it. {@code raw} is the message as it came over the wire. */
public record Mail(
        String recipient, String from, String subject, String messageId, Instant receivedAt, String text, String raw) {

    /** The values of a header, unfolded, in the order of the message. */
    public List<String> headers(String name) {
        String head = raw.split("\r?\n\r?\n", 2)[0].replaceAll("\r?\n[ \t]+", " ");
        String prefix = name.toLowerCase() + ":";
        return head.lines()
                .filter(line -> line.toLowerCase().startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .toList();
    }
}
