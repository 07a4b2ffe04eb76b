package rapport.contacts.privacy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Who has to have erased before an erasure is complete. */
enum ErasingService {
    EVENTS("events-service"),
    CONTACTS("contacts-service"),
    FOLLOW_UP("followup-service");

    private final String key;

    ErasingService(String key) {
        this.key = key;
    }

    /** As it is written in messages, answers and tables. */
    @JsonValue
    String key() {
        return key;
    }

    @JsonCreator
    static ErasingService of(String key) {
        return Arrays.stream(values())
                .filter(service -> service.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a service that erases"));
    }
}
