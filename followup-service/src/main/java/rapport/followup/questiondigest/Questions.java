package rapport.followup.questiondigest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.followup.sql.Transactions;
import rapport.kit.id.Ids;
import rapport.kit.problem.NotFound;
import rapport.kit.sql.Sql;

/** Collects questions, until they are sent. */
@ApplicationScoped
class Questions {

    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private static final String SPEAKER = """
            select k.person_id, k.event_id, e.end_instant
            from   speaker k
            join   event e on e.event_id = k.event_id
            where  k.speaker_id = ? and not k.deleted and k.status = 'ACTIVE' and k.person_id is not null and not e.deleted
            """;

    private static final String SESSION = """
            select from session where session_id = ? and event_id = ? and not deleted
            """;

    private static final String OPEN = """
            insert into question_digest (id, person_id, event_id, state, due_at)
            values (?, ?, ?, 'COLLECTING', ?)
            on conflict do nothing
            """;

    private static final String LOCK = """
            select d.state,
                   (select count(*) from question q where q.digest_id = d.id) as all_of_them,
                   (select count(*) from question q where q.digest_id = d.id and q.asker = ?) as own
            from   question_digest d
            where  d.id = ?
            for update of d
            """;

    private static final String KEEP = """
            insert into question (id, digest_id, asker, asker_name, speaker_id, session_id, text, asked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String OWN = """
            select   q.id, q.speaker_id, q.session_id, q.text, q.answer, q.asked_at, d.state, d.due_at, d.answered_at
            from     question q
            join     question_digest d on d.id = q.digest_id
            where    q.asker = ? and q.id < ? and (cast(? as uuid) is null or q.id = ?)
            order by q.id desc
            limit    ?
            """;

    private static final String STATE = """
            select d.state from question q join question_digest d on d.id = q.digest_id
            where  q.id = ? and q.asker = ? for update of d
            """;

    private static final String WITHDRAW = """
            delete from question where id = ?
            """;

    private record Speaker(UUID personId, UUID eventId, Instant eventEnd) {}

    private record Collected(QuestionState state, int all, int own) {}

    private final Transactions transactions;
    private final QuestionConfig config;
    private final Clock clock;

    Questions(Transactions transactions, QuestionConfig config, Clock clock) {
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    QuestionView ask(String asker, String askerName, NewQuestion wanted) {
        return transactions.run(connection -> {
            UUID id = keep(connection, asker, askerName, wanted, clock.instant());
            return own(connection, asker, id).orElseThrow();
        });
    }

    private UUID keep(Connection connection, String asker, String askerName, NewQuestion wanted, Instant now)
            throws SQLException {
        Speaker speaker = Sql.first(connection, SPEAKER, Questions::speaker, wanted.speakerId())
                .orElseThrow(() -> new NotFound("speaker"));
        requireSession(connection, wanted.sessionId(), speaker.eventId());
        UUID digest = Ids.derived(speaker.personId(), "questions " + speaker.eventId());
        Sql.update(connection, OPEN, digest, speaker.personId(), speaker.eventId(), due(speaker, now));
        Collected collected =
                Sql.first(connection, LOCK, Questions::collected, asker, digest).orElseThrow();
        if (collected.state() != QuestionState.COLLECTING) {
            throw QuestionRefused.tooLate();
        }
        if (collected.own() >= config.perAsker()) {
            throw QuestionRefused.tooMany(config.perAsker());
        }
        if (collected.all() >= config.perDigest()) {
            throw QuestionRefused.tooMany(config.perDigest());
        }
        UUID id = Ids.next();
        Sql.update(
                connection,
                KEEP,
                id,
                digest,
                asker,
                askerName,
                wanted.speakerId(),
                wanted.sessionId(),
                wanted.text().strip(),
                now);
        return id;
    }

    Optional<QuestionView> own(String asker, UUID id) {
        return transactions.run(connection -> own(connection, asker, id));
    }

    /** The newest first. */
    List<QuestionView> own(String asker, Optional<UUID> before, int limit) {
        return transactions.run(connection ->
                Sql.query(connection, OWN, Questions::view, asker, before.orElse(LAST), null, null, limit));
    }

    /** Only as long as nobody has read it. */
    void withdraw(String asker, UUID id) {
        transactions.run(connection -> {
            String state = Sql.first(connection, STATE, row -> row.getString("state"), id, asker)
                    .orElseThrow(() -> new NotFound("question"));
            if (QuestionState.valueOf(state) != QuestionState.COLLECTING) {
                throw QuestionRefused.tooLate();
            }
            return Sql.update(connection, WITHDRAW, id);
        });
    }

    private Instant due(Speaker speaker, Instant now) {
        Instant end = speaker.eventEnd();
        return (end != null && end.isAfter(now) ? end : now).plus(config.collect());
    }

    private static void requireSession(Connection connection, UUID sessionId, UUID eventId) throws SQLException {
        boolean fits = sessionId == null
                || Sql.first(connection, SESSION, row -> true, sessionId, eventId)
                        .isPresent();
        if (!fits) {
            throw QuestionRefused.foreignSession();
        }
    }

    private static Optional<QuestionView> own(Connection connection, String asker, UUID id) throws SQLException {
        return Sql.first(connection, OWN, Questions::view, asker, LAST, id, id, 1);
    }

    private static Speaker speaker(ResultSet row) throws SQLException {
        return new Speaker(
                row.getObject("person_id", UUID.class),
                row.getObject("event_id", UUID.class),
                Sql.instant(row, "end_instant"));
    }

    private static Collected collected(ResultSet row) throws SQLException {
        return new Collected(
                QuestionState.valueOf(row.getString("state")), row.getInt("all_of_them"), row.getInt("own"));
    }

    private static QuestionView view(ResultSet row) throws SQLException {
        return new QuestionView(
                row.getObject("id", UUID.class),
                row.getObject("speaker_id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getString("text"),
                QuestionState.valueOf(row.getString("state")),
                Sql.instant(row, "due_at"),
                Sql.instant(row, "asked_at"),
                row.getString("answer"),
                Sql.instant(row, "answered_at"));
    }
}
