package rapport.contacts;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rapport.contacts.person.PersonFeeds;
import rapport.contacts.registration.RegistrationFeeds;
import rapport.contacts.session.SessionFeeds;
import rapport.contacts.speaker.SpeakerFeeds;
import rapport.contacts.suggestion.AttendanceFeeds;
import rapport.kit.token.OpaqueTokens;

/** People with badges at events, told to the running service by its own feeds, as if their messages had arrived. */
@ApplicationScoped
public class Congress {
    private final AgroalDataSource database;
    private final OpaqueTokens tokens;

    Congress(@DataSource("hot") AgroalDataSource database, @ConfigProperty(name = "rapport.token-key") String key) {
        this.database = database;
        this.tokens = new OpaqueTokens(Base64.getDecoder().decode(key), "RB1-");
    }

    /** A person's badge at an event. */
    public record Badge(String token, UUID event, UUID person, UUID registration) {}

    /** A genuine badge that nobody has heard of. */
    public Badge unknownBadge() {
        return new Badge(token(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    }

    public String token() {
        UUID seed = UUID.randomUUID();
        return tokens.issue(java.nio.ByteBuffer.allocate(16)
                .putLong(seed.getMostSignificantBits())
                .putLong(seed.getLeastSignificantBits())
                .array());
    }

    public Badge badge(String sharing) {
        Badge badge = unknownBadge();
        person(badge.person(), null);
        register(badge, 1, "CONFIRMED", sharing, "ACTIVE");
        return badge;
    }

    /** The same person at another event. */
    public Badge another(Badge badge, String sharing) {
        var other = new Badge(token(), UUID.randomUUID(), badge.person(), UUID.randomUUID());
        register(other, 1, "CONFIRMED", sharing, "ACTIVE");
        return other;
    }

    public void person(UUID id, String subject) {
        run(connection -> PersonFeeds.apply(
                connection,
                Messages.of(
                        "rapport.person.v1",
                        "person.changed.v1",
                        id,
                        1,
                        Messages.person(id, 1, "Ines López", subject))));
    }

    public void personAs(UUID id, long version, String name, String subject) {
        run(connection -> PersonFeeds.apply(
                connection,
                Messages.of(
                        "rapport.person.v1",
                        "person.changed.v1",
                        id,
                        version,
                        Messages.person(id, version, name, subject))));
    }

    /** What events-service tells of a person, as it stands. */
    public void tellPerson(UUID id, long version, Map<String, Object> body) {
        run(connection -> PersonFeeds.apply(
                connection, Messages.of("rapport.person.v1", "person.changed.v1", id, version, body)));
    }

    /** The same person, after the address was given up. */
    public void personWithoutAddress(UUID id, long version, String name, String subject) {
        var body = new java.util.HashMap<>(Messages.person(id, version, name, subject));
        body.put("emails", java.util.List.of());
        run(connection -> PersonFeeds.apply(
                connection, Messages.of("rapport.person.v1", "person.changed.v1", id, version, body)));
    }

    public void personDeleted(UUID id, long version) {
        run(connection -> PersonFeeds.apply(
                connection,
                Messages.of(
                        "rapport.person.v1", "person.deleted.v1", id, version, Map.of("id", id, "version", version))));
    }

    /** That somebody was in a session. */
    public void attendance(UUID person, UUID session, boolean attended) {
        UUID id = UUID.randomUUID();
        var body = Map.of(
                "attendanceId", id, "version", 1, "personId", person, "sessionId", session, "attended", attended);
        run(connection -> AttendanceFeeds.apply(
                connection, Messages.of("rapport.attendance.v1", "attendance.changed.v1", id, 1, body)));
    }

    /** A new speaker of an event. */
    public UUID speaker(UUID event, UUID person, String name) {
        UUID id = UUID.randomUUID();
        var body = Map.of(
                "speakerId",
                id,
                "version",
                1,
                "eventId",
                event,
                "personId",
                person,
                "displayName",
                name,
                "contactMode",
                "RELAY",
                "status",
                "ACTIVE");
        run(connection ->
                SpeakerFeeds.apply(connection, Messages.of("rapport.speaker.v1", "speaker.changed.v1", id, 1, body)));
        return id;
    }

    /** A new session with one speaker. */
    public UUID session(UUID event, UUID speaker) {
        UUID id = UUID.randomUUID();
        var body = Map.of(
                "sessionId",
                id,
                "version",
                1,
                "eventId",
                event,
                "title",
                "Atrial fibrillation",
                "status",
                "ACTIVE",
                "startInstant",
                "2026-11-20T09:30:00Z",
                "endInstant",
                "2026-11-20T10:15:00Z",
                "speakers",
                java.util.List.of(Map.of("speakerId", speaker, "role", "SPEAKER", "position", 0)));
        run(connection ->
                SessionFeeds.apply(connection, Messages.of("rapport.session.v1", "session.changed.v1", id, 1, body)));
        return id;
    }

    public void register(Badge badge, long version, String status, String sharing, String badgeStatus) {
        var body = Messages.registration(
                badge.registration(),
                version,
                badge.event(),
                badge.person(),
                status,
                sharing,
                Map.of(badge.token(), badgeStatus));
        run(connection -> RegistrationFeeds.apply(
                connection,
                Messages.of(
                        "rapport.registration.v1", "registration.changed.v1", badge.registration(), version, body)));
    }

    public long count(String table, String owner) {
        return number("select count(*) from " + table + " where owner = ?", owner);
    }

    /** How many changes of contacts were committed: each has its message, published or not. */
    public long versions(String owner) {
        return number("select coalesce(sum(version), 0) from contact where owner = ?", owner);
    }

    private long number(String sql, String owner) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(true);
            statement.setString(1, owner);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(TestDatabase.Work work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            work.with(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
