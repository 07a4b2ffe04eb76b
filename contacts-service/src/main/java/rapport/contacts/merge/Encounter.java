package rapport.contacts.merge;

import static rapport.contacts.merge.Stamped.latest;
import static rapport.contacts.merge.Stamped.valueOf;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/** Where and when two people met at one event. They met when the earliest scan says so. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Encounter(UUID id, Instant metAt, Stamped<UUID> session, Stamped<String> place, Stamped<String> topic) {

    /** An encounter as one operation reports it; null or blank details are not reported. */
    public static Encounter reported(UUID id, Stamp stamp, UUID session, String place, String topic) {
        return new Encounter(
                id,
                Instant.ofEpochMilli(stamp.at()),
                session == null ? null : new Stamped<>(session, stamp),
                text(place, stamp),
                text(topic, stamp));
    }

    Encounter join(Encounter other) {
        return new Encounter(
                id.compareTo(other.id) <= 0 ? id : other.id,
                metAt.isAfter(other.metAt) ? other.metAt : metAt,
                latest(session, other.session),
                latest(place, other.place),
                latest(topic, other.topic));
    }

    private static Stamped<String> text(String value, Stamp stamp) {
        return value == null || value.isBlank() ? null : new Stamped<>(value.strip(), stamp);
    }

    @JsonIgnore
    public UUID sessionId() {
        return valueOf(session);
    }

    @JsonIgnore
    public String placeText() {
        return valueOf(place);
    }

    @JsonIgnore
    public String topicText() {
        return valueOf(topic);
    }
}
