package rapport.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A value of a body that is not accepted, with the code and the sentence for the caller. */
final class Refused extends MismatchedInputException {
    private final String code;

    Refused(JsonParser parser, Class<?> target, String code, String message) {
        super(parser, message, target);
        this.code = code;
    }

    String code() {
        return code;
    }
}
