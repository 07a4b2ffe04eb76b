package rapport.contacts.merge;

import static rapport.contacts.merge.Stamped.latest;
import static rapport.contacts.merge.Stamped.valueOf;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * Where and when two people met, once per event; outside of events its key is its own id. They met when the earliest report
 * says so.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Encounter(
        UUID id,
        Instant metAt,
        Stamped<UUID> session,
        Stamped<String> place,
        Stamped<String> topic,
        Stamped<String> how,
        Stamped<String> through) {

    /** An encounter as one operation reports it; null or blank details are not reported. */
    public static Encounter reported(UUID id, Stamp stamp, UUID session, String place, String topic) {
        return new Encounter(
                id,
                Instant.ofEpochMilli(stamp.at()),
                session == null ? null : new Stamped<>(session, stamp),
                text(place, stamp),
                text(topic, stamp),
                null,
                null);
    }

    /** The same, with how they came to talk and through whom; null or blank is not reported. */
    public Encounter told(Instant when, String howText, String throughText, Stamp stamp) {
        return new Encounter(id, when, session, place, topic, text(howText, stamp), text(throughText, stamp));
    }

    Encounter join(Encounter other) {
        return new Encounter(
                id.compareTo(other.id) <= 0 ? id : other.id,
                metAt.isAfter(other.metAt) ? other.metAt : metAt,
                latest(session, other.session),
                latest(place, other.place),
                latest(topic, other.topic),
                latest(how, other.how),
                latest(through, other.through));
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
    public String howText() {
        return valueOf(how);
    }

    @JsonIgnore
    public String throughText() {
        return valueOf(through);
    }

    @JsonIgnore
    public String topicText() {
        return valueOf(topic);
    }
}
