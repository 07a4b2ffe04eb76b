package rapport.kit.idempotency;

import java.util.Map;

/**
 * An answer as it was given, ready to be given again.
 *
 * @param headers those that are part of the answer: media type, location, entity tag
 * @param body the written entity; null when the answer had none
 */
record StoredAnswer(int status, Map<String, String> headers, byte[] body) {

    StoredAnswer {
        headers = Map.copyOf(headers);
    }
}
