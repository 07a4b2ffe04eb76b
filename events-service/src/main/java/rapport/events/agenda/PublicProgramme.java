package rapport.events.agenda;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import rapport.events.person.Links;
import rapport.events.sql.Sql;
import rapport.kit.problem.NotFound;

/**
 * Reads what everybody may know of an event, by a constant number of statements whose columns are listed: an address or a join
 * URL is not among them. A draft does not exist here.
 */
@ApplicationScoped
public class PublicProgramme {
    /** Versions only grow, and rows of an event that is no draft stay: the sums change with every change. */
    private static final String EDITION = """
            select e.version,
                   (select coalesce(sum(s.version), 0) from session s where s.event_id = e.id) as sessions,
                   (select coalesce(sum(k.version), 0) from speaker k where k.event_id = e.id) as speakers
            from   event e
            where  e.id = ? and e.status <> 'DRAFT'
            """;

    private static final String EVENT = """
            select id, name, slug, kind, status, starts_at, ends_at, zone, start_instant, end_instant, venue, version, updated_at
            from   event
            where  id = ? and status <> 'DRAFT'
            """;

    private static final String SESSIONS = """
            select id, title, abstract, track, room, starts_at, ends_at, start_instant, end_instant, type, language, tags, status,
                   version, updated_at
            from   session
            where  event_id = ?
            order  by starts_at, id
            """;

    private static final String RESOURCES = """
            select r.session_id, r.kind, r.title, r.url
            from   session_resource r
            join   session s on s.id = r.session_id
            where  s.event_id = ?
            order  by r.session_id, r.position
            """;

    private static final String PARTS = """
            select p.session_id, p.speaker_id, k.display_name, p.role
            from   session_speaker p
            join   session s on s.id = p.session_id
            join   speaker k on k.id = p.speaker_id
            where  s.event_id = ?
            order  by p.session_id, p.position
            """;

    private static final String SPEAKERS = """
            select id, display_name, given_name, family_name, credentials, affiliation, ror_id, country, orcid, linkedin,
                   researchgate, x, mastodon, bluesky, pubmed, scholar, website, bio, photo_url, interests
            from   speaker
            where  event_id = ? and status = 'ACTIVE'
            order  by display_name, id
            """;

    private record Of<T>(UUID session, T value) {}

    private final Sql sql;

    PublicProgramme(Sql sql) {
        this.sql = sql;
    }

    /** Changes whenever something of the event's programme does; for entity tags. */
    public String edition(UUID eventId) {
        return sql
                .query(
                        EDITION,
                        row -> row.getLong("version") + "." + row.getLong("sessions") + "." + row.getLong("speakers"),
                        eventId)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("event"));
    }

    public PublicEvent event(UUID eventId) {
        return sql.query(EVENT, PublicProgramme::event, eventId).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("event"));
    }

    /** In the order of the day, those that were removed too. */
    public List<PublicSession> sessions(UUID eventId) {
        Map<UUID, List<PublicSession.Resource>> resources =
                grouped(sql.query(RESOURCES, PublicProgramme::resource, eventId));
        Map<UUID, List<PublicSession.Part>> parts = grouped(sql.query(PARTS, PublicProgramme::part, eventId));
        return sql.query(SESSIONS, row -> session(row, resources, parts), eventId);
    }

    List<PublicSpeaker> speakers(UUID eventId) {
        return sql.query(SPEAKERS, PublicProgramme::speaker, eventId);
    }

    private static <T> Map<UUID, List<T>> grouped(List<Of<T>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(Of::session, Collectors.mapping(Of::value, Collectors.toList())));
    }

    private static PublicEvent event(ResultSet row) throws SQLException {
        return new PublicEvent(
                Sql.id(row, "id"),
                row.getString("name"),
                row.getString("slug"),
                row.getString("kind"),
                row.getString("status"),
                local(row, "starts_at"),
                local(row, "ends_at"),
                row.getString("zone"),
                instant(row, "start_instant"),
                instant(row, "end_instant"),
                row.getString("venue"),
                new PublicEvent.Edition(row.getLong("version"), instant(row, "updated_at")));
    }

    private static PublicSession session(
            ResultSet row, Map<UUID, List<PublicSession.Resource>> resources, Map<UUID, List<PublicSession.Part>> parts)
            throws SQLException {
        UUID id = Sql.id(row, "id");
        return new PublicSession(
                id,
                row.getString("title"),
                row.getString("abstract"),
                row.getString("track"),
                row.getString("room"),
                local(row, "starts_at"),
                local(row, "ends_at"),
                instant(row, "start_instant"),
                instant(row, "end_instant"),
                row.getString("type"),
                row.getString("language"),
                Sql.texts(row, "tags"),
                resources.getOrDefault(id, List.of()),
                parts.getOrDefault(id, List.of()),
                row.getString("status").equals("REMOVED"),
                new PublicEvent.Edition(row.getLong("version"), instant(row, "updated_at")));
    }

    private static Of<PublicSession.Resource> resource(ResultSet row) throws SQLException {
        return new Of<>(
                Sql.id(row, "session_id"),
                new PublicSession.Resource(row.getString("kind"), row.getString("title"), row.getString("url")));
    }

    private static Of<PublicSession.Part> part(ResultSet row) throws SQLException {
        return new Of<>(
                Sql.id(row, "session_id"),
                new PublicSession.Part(
                        Sql.id(row, "speaker_id"), row.getString("display_name"), row.getString("role")));
    }

    private static PublicSpeaker speaker(ResultSet row) throws SQLException {
        return new PublicSpeaker(
                Sql.id(row, "id"),
                row.getString("display_name"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("credentials"),
                row.getString("affiliation"),
                row.getString("ror_id"),
                row.getString("country"),
                row.getString("orcid"),
                new Links(
                        row.getString("linkedin"),
                        row.getString("researchgate"),
                        row.getString("x"),
                        row.getString("mastodon"),
                        row.getString("bluesky"),
                        row.getString("pubmed"),
                        row.getString("scholar"),
                        row.getString("website")),
                row.getString("bio"),
                row.getString("photo_url"),
                Sql.texts(row, "interests"));
    }

    private static LocalDateTime local(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
