package rapport.events.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.events.sql.Sql;

/** What the event's programme holds before an import, by external id. */
@ApplicationScoped
class StoredProgramme {
    private static final String SPEAKERS = """
            select coalesce(k.id, s.id) as id, coalesce(k.person_id, s.person_id) as person_id, s.external_id,
                   s.display_name, coalesce(k.status, s.status) as status, k.id is not null as merged
            from   speaker s
            left   join speaker k on k.id = s.merged_into
            where  s.event_id = ? and s.external_id is not null
            for update of s
            """;

    private static final String SESSIONS = """
            select s.id, s.external_id, s.title, s.abstract, s.track, s.room, s.starts_at, s.ends_at, s.type, s.language,
                   s.status,
                   array(select p.speaker_id::text from session_speaker p
                         where p.session_id = s.id order by p.position) as speakers
            from   session s
            where  s.event_id = ? and s.external_id is not null
            for update of s
            """;

    /** @param merged the key is that of a speaker who was merged into this one */
    record StoredSpeaker(UUID id, UUID personId, String name, boolean removed, boolean merged) {}

    /** The part of a session that a schedule file can tell. */
    record Content(
            String title,
            String abstractText,
            String track,
            String room,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            String type,
            String language,
            List<UUID> speakers) {}

    record StoredSession(UUID id, Content content, boolean removed) {}

    private final Sql sql;

    StoredProgramme(Sql sql) {
        this.sql = sql;
    }

    Map<String, StoredSpeaker> speakers(UUID eventId) {
        var found = new HashMap<String, StoredSpeaker>();
        sql.query(
                SPEAKERS,
                row -> found.put(
                        row.getString("external_id"),
                        new StoredSpeaker(
                                Sql.id(row, "id"),
                                Sql.id(row, "person_id"),
                                row.getString("display_name"),
                                row.getString("status").equals("REMOVED"),
                                row.getBoolean("merged"))),
                eventId);
        return found;
    }

    Map<String, StoredSession> sessions(UUID eventId) {
        var found = new HashMap<String, StoredSession>();
        sql.query(
                SESSIONS,
                row -> found.put(
                        row.getString("external_id"),
                        new StoredSession(
                                Sql.id(row, "id"),
                                new Content(
                                        row.getString("title"),
                                        row.getString("abstract"),
                                        row.getString("track"),
                                        row.getString("room"),
                                        row.getObject("starts_at", LocalDateTime.class),
                                        row.getObject("ends_at", LocalDateTime.class),
                                        row.getString("type"),
                                        row.getString("language"),
                                        Sql.texts(row, "speakers").stream()
                                                .map(UUID::fromString)
                                                .toList()),
                                row.getString("status").equals("REMOVED"))),
                eventId);
        return found;
    }
}
