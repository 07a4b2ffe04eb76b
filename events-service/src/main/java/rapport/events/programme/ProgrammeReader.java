package rapport.events.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import rapport.events.sql.Sql;
import rapport.kit.json.Json;
import rapport.kit.problem.NotFound;

/** Reads the programme of an event by one statement, so from one snapshot. No address is in it. */
@ApplicationScoped
class ProgrammeReader {
    /** Versions only grow and rows are only added, so this changes with every change of what an export says. */
    private static final String STATE = """
            select e.version || '.' || (select concat(count(*), '.', sum(version)) from speaker where event_id = e.id)
                   || '.' || (select concat(count(*), '.', sum(version)) from session where event_id = e.id) as state
            from   event e
            where  e.id = ?
            """;

    private static final String PROGRAMME = """
            select e.slug, e.name, e.starts_at as event_starts_at, e.ends_at as event_ends_at, e.zone, e.version as event_version,
                   s.id, s.external_id, s.title, s.abstract, s.track, s.room, s.start_instant, s.end_instant, s.type, s.language,
                   f.said::text as said,
                   array(select r.url from session_resource r where r.session_id = s.id order by r.position) as resources, max(s.updated_at) over () as latest,
                   (select json_agg(json_build_object('id', k.id, 'externalId', k.external_id, 'name', k.display_name,
                                                      'bio', k.bio) order by p.position)
                    from   session_speaker p
                    join   speaker k on k.id = p.speaker_id
                    where  p.session_id = s.id and k.status = 'ACTIVE')::text as people
            from   event e
            left   join session s on s.event_id = e.id and s.status = 'ACTIVE'
            left   join session_schedule f on f.session_id = s.id
            where  e.id = ?
            order  by s.start_instant, s.id
            """;

    private final Sql sql;

    ProgrammeReader(Sql sql) {
        this.sql = sql;
    }

    private record Row(ExportedProgramme.Head head, String version, ExportedProgramme.Session session) {}

    String state(UUID eventId) {
        return sql.query(STATE, row -> row.getString("state"), eventId).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("event"));
    }

    ExportedProgramme read(UUID eventId) {
        List<Row> rows = sql.query(PROGRAMME, ProgrammeReader::row, eventId);
        if (rows.isEmpty()) {
            throw new NotFound("event");
        }
        var sessions = new ArrayList<ExportedProgramme.Session>();
        rows.stream().map(Row::session).filter(java.util.Objects::nonNull).forEach(sessions::add);
        return new ExportedProgramme(rows.getFirst().head(), rows.getFirst().version(), sessions);
    }

    private static Row row(ResultSet row) throws SQLException {
        ZoneId zone = ZoneId.of(row.getString("zone"));
        var head = new ExportedProgramme.Head(
                row.getString("slug"),
                row.getString("name"),
                row.getObject("event_starts_at", LocalDateTime.class).toLocalDate(),
                row.getObject("event_ends_at", LocalDateTime.class).toLocalDate(),
                zone);
        OffsetDateTime latest = row.getObject("latest", OffsetDateTime.class);
        String version = row.getLong("event_version") + (latest == null ? "" : " " + latest.toInstant());
        return new Row(head, version, Sql.id(row, "id") == null ? null : session(row, zone));
    }

    private static ExportedProgramme.Session session(ResultSet row, ZoneId zone) throws SQLException {
        return new ExportedProgramme.Session(
                Sql.id(row, "id"),
                row.getString("external_id"),
                row.getString("title"),
                row.getString("abstract"),
                row.getString("track"),
                row.getString("room"),
                local(row, "start_instant", zone),
                local(row, "end_instant", zone),
                row.getString("type"),
                row.getString("language"),
                Sql.texts(row, "resources"),
                Said.of(row.getString("said")),
                people(row.getString("people")));
    }

    private static OffsetDateTime local(ResultSet row, String column, ZoneId zone) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(zone)
                .toOffsetDateTime()
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private static List<ExportedProgramme.Person> people(String json) {
        var people = new ArrayList<ExportedProgramme.Person>();
        try {
            for (JsonNode one : Json.lenient().readTree(json == null ? "[]" : json)) {
                people.add(new ExportedProgramme.Person(
                        UUID.fromString(one.path("id").asText()),
                        one.path("externalId").textValue(),
                        one.path("name").textValue(),
                        one.path("bio").textValue()));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database writes JSON", e);
        }
        return people;
    }
}
