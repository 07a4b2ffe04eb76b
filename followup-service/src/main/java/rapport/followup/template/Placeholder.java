package rapport.followup.template;

import java.util.Arrays;
import java.util.Optional;

/** What a template may leave open. There are no others, and none of them decides or repeats anything. */
public enum Placeholder {
    RECIPIENT_NAME("recipient.name", Type.NAME),
    OWNER_NAME("owner.name", Type.NAME),
    EVENT_NAME("event.name", Type.TEXT),
    SESSION_TITLE("session.title", Type.TEXT),
    MET_ON("met.on", Type.DATE),
    GOAL("goal", Type.TEXT),
    CONTEXT("context", Type.TEXT),
    QUESTION("question", Type.TEXT),
    OFFER("offer", Type.TEXT);

    /** How a value is written. */
    public enum Type {
        /** As people call themselves. */
        NAME,
        TEXT,
        /** A day, written out as the language of the template does. */
        DATE
    }

    private final String key;
    private final Type type;

    Placeholder(String key, Type type) {
        this.key = key;
        this.type = type;
    }

    public String key() {
        return key;
    }

    public Type type() {
        return type;
    }

    static Optional<Placeholder> named(String key) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.key.equals(key))
                .findFirst();
    }
}
