package rapport.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import rapport.stack.Stack;
import rapport.stack.demo.Api;
import rapport.stack.parts.Database;

/**
 * Events with many speakers, and the two ways to get their list: from the service, and from its database. The mass is written
 * into the database, where the outbox does not see it: no other service hears of these speakers.
 */
public final class SpeakerLists implements AutoCloseable {
    private static final String ORGANIZER = "olga";
    private static final int SESSIONS = 1000;

    private final Stack stack;
    private final Path directory;
    private final Database database;
    private final Connection connection;
    private final HttpClient client = HttpClient.newHttpClient();

    public SpeakerLists(Stack stack, Path directory) throws SQLException {
        this.stack = stack;
        this.directory = directory;
        this.database = stack.postgres().database("events");
        this.connection = DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    /** A file of this name in the directory of the lists. */
    public Path file(String name) {
        return directory.resolve(name);
    }

    public Connection connection() {
        return connection;
    }

    public Database database() {
        return database;
    }

    /** A new event whose speakers each have a part in one of a thousand sessions; the event through the door, its mass not. */
    public String add(Api api, int speakers) throws SQLException {
        String organization = api.post(ORGANIZER, "/api/events/organizations", Map.of("name", "Bench " + speakers))
                .expect(201)
                .body()
                .path("id")
                .asText();
        String event = api.post(
                        ORGANIZER,
                        "/api/events/organizations/" + organization + "/events",
                        Map.of(
                                "name", "Bench " + speakers,
                                "kind", "IN_PERSON",
                                "startsAt", "2026-11-20T08:00:00",
                                "endsAt", "2026-11-24T20:00:00",
                                "zone", "Europe/Vienna"))
                .expect(201)
                .body()
                .path("id")
                .asText();
        insert(UUID.fromString(event), speakers);
        return event;
    }

    private void insert(UUID event, int speakers) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into session (id, version, event_id, title, track, room, starts_at, ends_at, start_instant,
                                         end_instant, language, tags, status, created_at, updated_at)
                    select md5('s' || n || '%1$s')::uuid, 1, '%1$s', 'Session ' || n || ': what the heart tells', 'Track ' || n %% 20,
                           'Room ' || n %% 12, timestamp '2026-11-21 09:00' + n * interval '1 minute',
                           timestamp '2026-11-21 09:30' + n * interval '1 minute',
                           timestamptz '2026-11-21 08:00Z' + n * interval '1 minute',
                           timestamptz '2026-11-21 08:30Z' + n * interval '1 minute', 'en', '{}', 'ACTIVE', now(), now()
                    from   generate_series(0, %2$d) as n
                    """.formatted(event, SESSIONS - 1));
            statement.execute("""
                    insert into person (id, version, display_name, created_at, updated_at)
                    select md5('p' || n || '%1$s')::uuid, 1, 'Speaker ' || n, now(), now()
                    from   generate_series(1, %2$d) as n
                    """.formatted(event, speakers));
            statement.execute("""
                    insert into speaker (id, version, event_id, person_id, display_name, given_name, family_name, credentials,
                                         affiliation, country, linkedin, website, bio, interests, contact_mode, email,
                                         email_shared, status, created_at, updated_at)
                    select md5('k' || n || '%1$s')::uuid, 1, '%1$s', md5('p' || n || '%1$s')::uuid, 'Dr. Inés López ' || n,
                           'Inés', 'López ' || n, 'MD, PhD', 'University Hospital ' || n %% 500, 'AT',
                           'https://www.linkedin.com/in/ines-lopez-' || n, 'https://heart.example/' || n,
                           repeat('Works on arrhythmia, "sudden" death and what follows. ', 3), '{}', 'OPEN',
                           'ines' || n || '@clinic.example', n %% 2 = 0, 'ACTIVE', now(), now()
                    from   generate_series(1, %2$d) as n
                    """.formatted(event, speakers));
            statement.execute("""
                    insert into session_speaker (session_id, speaker_id, role, position)
                    select md5('s' || n %% %3$d || '%1$s')::uuid, md5('k' || n || '%1$s')::uuid, 'SPEAKER', n / %3$d
                    from   generate_series(1, %2$d) as n
                    """.formatted(event, speakers, SESSIONS));
        }
    }

    /** Leaves the database as if the speakers had been there for long: the planner knows how many there are. */
    public void settle() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) speaker, session, session_speaker, person");
        }
    }

    /**
     * Downloads the list to the file.
     *
     * @return the seconds it took
     * @throws IllegalStateException when the service does not answer with 200
     */
    public double download(String event, String query, Path file) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create(stack.service("events").url() + "/events/" + event + "/speaker-list?" + query))
                .header("Authorization", "Bearer " + stack.token(ORGANIZER))
                .build();
        long start = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofFile(file));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("events-service answered " + answer.statusCode());
        }
        return seconds;
    }

    /** What the service asks its database for a list with addresses. */
    public static String query(String event) {
        try (var text = SpeakerLists.class.getResourceAsStream("speaker-list.sql")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).replace("{event}", event);
        } catch (IOException e) {
            throw new IllegalStateException("the class path is always there", e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        client.close();
    }
}
