package rapport.followup.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import rapport.followup.projection.ContactFeed;
import rapport.followup.projection.EventFeed;
import rapport.followup.projection.PersonFeed;
import rapport.followup.projection.SpeakerFeed;
import rapport.kit.id.Ids;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;

/** Tells the service what the other two would tell it, by the handlers that their messages go through. */
@ApplicationScoped
public class World {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventFeed events;
    private final SpeakerFeed speakers;
    private final PersonFeed people;
    private final ContactFeed contacts;
    private final DataSource dataSource;

    World(EventFeed events, SpeakerFeed speakers, PersonFeed people, ContactFeed contacts, DataSource dataSource) {
        this.events = events;
        this.speakers = speakers;
        this.people = people;
        this.contacts = contacts;
        this.dataSource = dataSource;
    }

    public UUID event(Instant end) {
        return event(Ids.next(), 1, end, "PUBLISHED");
    }

    public UUID event(UUID id, long version, Instant end, String status) {
        tell(
                events,
                "event.changed.v1",
                id,
                version,
                Map.of(
                        "eventId",
                        id,
                        "version",
                        version,
                        "name",
                        "Young Cardiology Days",
                        "zone",
                        "Europe/Vienna",
                        "endInstant",
                        end.toString(),
                        "status",
                        status,
                        "contactMode",
                        "OPEN",
                        "followUpWindowDays",
                        90));
        return id;
    }

    public UUID person(String name, String subject, String address, String zone) {
        UUID id = Ids.next();
        Map<String, Object> person = new HashMap<>();
        person.put("personId", id);
        person.put("version", 1);
        person.put("displayName", name);
        person.put("subject", subject);
        person.put("zone", zone);
        person.put(
                "emails",
                List.of(
                        Map.of("address", "unverified@people.example", "verified", false),
                        Map.of("address", address, "verified", true)));
        tell(people, "person.changed.v1", id, 1, person);
        return id;
    }

    public void speaker(UUID person, UUID event, String mode) {
        UUID id = Ids.next();
        tell(
                speakers,
                "speaker.changed.v1",
                id,
                1,
                Map.of(
                        "speakerId",
                        id,
                        "version",
                        1,
                        "eventId",
                        event,
                        "personId",
                        person,
                        "contactMode",
                        mode,
                        "status",
                        "ACTIVE"));
    }

    public UUID contact(String owner, UUID person, UUID event, String kind, boolean emailShared) {
        return contact(Ids.next(), 1, owner, person, event, kind, emailShared, false);
    }

    public UUID contact(
            UUID id, long version, String owner, UUID person, UUID event, String kind, boolean shared, boolean stop) {
        Map<String, Object> contact = new HashMap<>(Map.of(
                "contactId",
                id,
                "version",
                version,
                "owner",
                owner,
                "status",
                "ACTIVE",
                "kind",
                kind,
                "personId",
                person,
                "doNotContact",
                stop,
                "emailShared",
                shared));
        contact.put(
                "encounters",
                event == null
                        ? List.of()
                        : List.of(
                                Map.of("encounterId", Ids.next(), "eventId", event, "metAt", "2026-11-20T10:00:00Z")));
        tell(contacts, "contact.changed.v1", id, version, contact);
        return id;
    }

    /** The contact is only an alias of another one; null takes that back. */
    public void merged(UUID id, long version, String owner, UUID person, UUID into) {
        Map<String, Object> contact = new HashMap<>(Map.of(
                "contactId",
                id,
                "version",
                version,
                "owner",
                owner,
                "status",
                "ACTIVE",
                "kind",
                "SCANNED",
                "personId",
                person,
                "doNotContact",
                false,
                "emailShared",
                true,
                "encounters",
                List.of()));
        if (into != null) {
            contact.put("mergedInto", into);
        }
        tell(contacts, "contact.changed.v1", id, version, contact);
    }

    public void tellContact(UUID id, long version, Map<String, ?> body) {
        tell(contacts, "contact.changed.v1", id, version, body);
    }

    public void deletedContact(UUID id, long version) {
        tell(contacts, "contact.deleted.v1", id, version, Map.of("id", id, "version", version));
    }

    /** Tells one message, as the kit's loop does. */
    public void tell(MessageHandler handler, String type, UUID key, long version, Map<String, ?> body) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            handler.apply(
                    List.of(new Inbound(
                            handler.topic(),
                            key.toString(),
                            Ids.next(),
                            type,
                            version,
                            Instant.EPOCH,
                            JSON.writeValueAsBytes(JSON.convertValue(body, Map.class)),
                            0,
                            0,
                            null)),
                    connection);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException | JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
