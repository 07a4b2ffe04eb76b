package rapport.kit.inbound;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.stream.Collectors;

/**
 * A message that can never be applied as it is. A handler throws it for what it finds wrong in a body; the message is parked
 * and its neighbours go on.
 */
public class Unreadable extends RuntimeException {

    /** The reason is stored and logged: it names what is wrong, and never a value. */
    public Unreadable(String reason) {
        super(reason);
    }

    private Unreadable(String reason, Throwable cause) {
        super(reason, cause);
    }

    static Unreadable of(Exception cause) {
        if (cause instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String pointer = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                    .collect(Collectors.joining("/", "/", ""));
            return new Unreadable("body does not fit at " + pointer, cause);
        }
        return new Unreadable("body is not the JSON expected", cause);
    }
}
