package rapport.events.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import rapport.events.event.Event;
import rapport.events.programme.ProgrammePlan.SpeakerWrite;
import rapport.events.sql.Sql;

/** The statements that write the speakers of a programme. */
@ApplicationScoped
class ProgrammeSpeakers {
    private static final String NEW_PERSON =
            "insert into person (id, version, display_name, created_at, updated_at) values (?, 1, ?, ?, ?)";

    private static final String NEW_SPEAKER = """
            insert into speaker (id, version, event_id, person_id, external_id, display_name, bio, interests, contact_mode,
                                 email_shared, status, created_at, updated_at)
            values (?, 1, ?, ?, ?, ?, ?, '{}', ?, false, 'ACTIVE', ?, ?)
            """;

    private static final String CHANGED_SPEAKER =
            "update speaker set display_name = ?, bio = ?, version = version + 1, updated_at = ? where id = ?";

    /** Who has signed in chooses the own name. */
    private static final String RENAMED_PEOPLE = """
            update person p
            set    display_name = t.name, version = p.version + 1, updated_at = ?
            from   unnest(?::uuid[], ?::text[]) as t (id, name)
            where  p.id = t.id and p.subject is null and p.display_name <> t.name
            returning p.id
            """;

    private final Sql sql;

    ProgrammeSpeakers(Sql sql) {
        this.sql = sql;
    }

    void insert(Event event, List<SpeakerWrite> speakers, Instant now) {
        sql.batch(NEW_PERSON, rows(speakers, s -> new Object[] {s.personId(), s.name(), now, now}));
        sql.batch(NEW_SPEAKER, rows(speakers, s -> new Object[] {
            s.id(), event.id(), s.personId(), s.key(), s.name(), s.bio(), event.contactMode(), now, now
        }));
    }

    /** @return the people who are called otherwise now */
    List<UUID> update(List<SpeakerWrite> speakers, Instant now) {
        sql.batch(CHANGED_SPEAKER, rows(speakers, s -> new Object[] {s.name(), s.bio(), now, s.id()}));
        return speakers.isEmpty()
                ? List.of()
                : sql.query(
                        RENAMED_PEOPLE,
                        row -> Sql.id(row, "id"),
                        now,
                        speakers.stream().map(SpeakerWrite::personId).toList(),
                        speakers.stream().map(SpeakerWrite::name).toList());
    }

    private static List<Object[]> rows(List<SpeakerWrite> speakers, Function<SpeakerWrite, Object[]> row) {
        return speakers.stream().map(row).toList();
    }
}
