package rapport.events.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import rapport.events.sql.Sql;

/** What the event's programme holds before an import. */
@ApplicationScoped
class StoredProgramme {
    private static final String SPEAKERS = """
            select coalesce(k.id, s.id) as id, coalesce(k.person_id, s.person_id) as person_id, s.id as own_id, s.external_id,
                   s.display_name, s.bio, coalesce(k.status, s.status) as status, k.id is not null as merged
            from   speaker s
            left   join speaker k on k.id = s.merged_into
            where  s.event_id = ?
            order  by s.id
            for update of s
            """;

    private static final String SESSIONS = """
            select s.id, s.external_id, s.title, s.abstract, s.track, s.room, s.starts_at, s.ends_at, s.type, s.language,
                   s.status, f.said::text as said,
                   array(select r.url from session_resource r where r.session_id = s.id order by r.position) as resources,
                   array(select p.speaker_id::text from session_speaker p
                         where p.session_id = s.id order by p.position) as speakers
            from   session s
            left   join session_schedule f on f.session_id = s.id
            where  s.event_id = ?
            order  by s.id
            for update of s
            """;

    /**
     * @param ownId the id of the row; another one when it was merged into a speaker
     * @param merged the keys are those of a speaker who was merged into this one
     */
    record StoredSpeaker(
            UUID id,
            UUID personId,
            UUID ownId,
            String externalId,
            String name,
            String bio,
            boolean removed,
            boolean merged) {}

    /**
     * The part of a session that a schedule file can tell.
     *
     * @param said null when no schedule file has told about the session
     */
    record Content(
            String title,
            String abstractText,
            String track,
            String room,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            String type,
            String language,
            List<String> resources,
            List<UUID> speakers,
            Said said) {}

    record StoredSession(UUID id, String externalId, Content content, boolean removed) {

        /** Whether a schedule file has brought it, so that it can be missed in a newer one. */
        boolean isFromSchedule() {
            return content.said() != null;
        }
    }

    private final Sql sql;

    StoredProgramme(Sql sql) {
        this.sql = sql;
    }

    List<StoredSpeaker> speakers(UUID eventId) {
        return sql.query(
                SPEAKERS,
                row -> new StoredSpeaker(
                        Sql.id(row, "id"),
                        Sql.id(row, "person_id"),
                        Sql.id(row, "own_id"),
                        row.getString("external_id"),
                        row.getString("display_name"),
                        row.getString("bio"),
                        row.getString("status").equals("REMOVED"),
                        row.getBoolean("merged")),
                eventId);
    }

    List<StoredSession> sessions(UUID eventId) {
        return sql.query(
                SESSIONS,
                row -> new StoredSession(
                        Sql.id(row, "id"),
                        row.getString("external_id"),
                        content(row),
                        row.getString("status").equals("REMOVED")),
                eventId);
    }

    private static Content content(ResultSet row) throws SQLException {
        String said = row.getString("said");
        return new Content(
                row.getString("title"),
                row.getString("abstract"),
                row.getString("track"),
                row.getString("room"),
                row.getObject("starts_at", LocalDateTime.class),
                row.getObject("ends_at", LocalDateTime.class),
                row.getString("type"),
                row.getString("language"),
                Sql.texts(row, "resources"),
                Sql.texts(row, "speakers").stream().map(UUID::fromString).toList(),
                said == null ? null : Said.of(said));
    }
}
