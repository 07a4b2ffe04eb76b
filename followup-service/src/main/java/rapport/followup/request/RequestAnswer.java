package rapport.followup.request;

import java.util.Optional;

/** What a person can answer who is asked whether somebody may write. */
enum RequestAnswer {
    ACCEPT,
    LATER,
    DECLINE,
    /** Decline, and nothing from this sender in any other way either. */
    BLOCK;

    static Optional<RequestAnswer> of(String name) {
        for (RequestAnswer answer : values()) {
            if (answer.name().equals(name)) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }
}
