package rapport.followup.questiondigest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.followup.links.LinkPurpose;
import rapport.followup.mail.MailLinkMaker;
import rapport.followup.page.Words;
import rapport.followup.post.Letter;
import rapport.followup.post.PostBox;
import rapport.kit.id.Ids;
import rapport.kit.sql.Sql;

/** Sends collected questions once, and takes their answers once. */
@ApplicationScoped
public class Digests {

    private static final String SPEAKERS_NAME = """
            select display_name from person where person_id = ?
            """;

    private static final String ASKERS_LANGUAGE = """
            select coalesce(locale, 'en') from person where subject = ? and not deleted order by person_id limit 1
            """;

    private static final String DUE = """
            select id from question_digest where state = 'COLLECTING' and due_at <= ? order by due_at limit 1
            for update skip locked
            """;

    private static final String HEAD = """
            select d.person_id, p.locale, e.name
            from   question_digest d
            left   join person p on p.person_id = d.person_id
            left   join event e on e.event_id = d.event_id
            where  d.id = ?
            """;

    private static final String QUESTIONS = """
            select   q.id, q.asker, q.asker_name, s.title, q.text
            from     question q
            left     join session s on s.session_id = q.session_id and not s.deleted
            where    q.digest_id = ?
            order by s.title nulls last, q.id
            """;

    private static final String SENT = """
            update question_digest set state = 'SENT', sent_at = ? where id = ?
            """;

    private static final String EMPTY = """
            delete from question_digest where id = ?
            """;

    private static final String ANSWERED = """
            update question_digest set state = 'ANSWERED', answered_at = ? where id = ? and state = 'SENT'
            """;

    private static final String ANSWER = """
            update question set answer = ? where id = ?
            """;

    private static final String STATE = """
            select state from question_digest where id = ?
            """;

    private final MailLinkMaker links;
    private final QuestionConfig config;

    Digests(MailLinkMaker links, QuestionConfig config) {
        this.links = links;
        this.config = config;
    }

    /** Hands one digest that is due to the post. @return how many there were, 0 or 1 */
    int sendOne(Connection connection, Instant now) throws SQLException {
        Optional<UUID> due = Sql.first(connection, DUE, row -> row.getObject("id", UUID.class), now);
        if (due.isEmpty()) {
            return 0;
        }
        Digest digest = read(connection, due.get()).orElseThrow();
        if (digest.questions().isEmpty()) {
            // All were taken back: whoever asks next begins anew.
            return Sql.update(connection, EMPTY, digest.id());
        }
        PostBox.put(connection, letter(digest, now), now);
        return Sql.update(connection, SENT, now, digest.id());
    }

    Optional<Digest> read(Connection connection, UUID id) throws SQLException {
        List<Digest.Asked> questions = Sql.query(
                connection,
                QUESTIONS,
                row -> new Digest.Asked(
                        row.getObject("id", UUID.class),
                        row.getString("asker"),
                        row.getString("asker_name"),
                        row.getString("title"),
                        row.getString("text")),
                id);
        return Sql.first(
                connection,
                HEAD,
                row -> new Digest(
                        id,
                        row.getObject("person_id", UUID.class),
                        row.getString("locale"),
                        row.getString("name"),
                        questions),
                id);
    }

    boolean isAnswered(Connection connection, UUID id) throws SQLException {
        return Sql.first(connection, STATE, row -> row.getString("state"), id)
                .filter("ANSWERED"::equals)
                .isPresent();
    }

    /** The same words for everybody who asked. @return false when it was answered before */
    public boolean answerAll(Connection connection, UUID digestId, String words, Instant now) throws SQLException {
        Optional<Digest> digest = read(connection, digestId);
        return digest.isPresent()
                && answer(
                        connection,
                        digest.get(),
                        digest.get().questions().stream().map(each -> words).toList(),
                        now);
    }

    /**
     * Tells each asker whose question got an answer.
     *
     * @param answers one for each question, in their order; null for none
     * @return false when it was answered before: then nothing happens
     */
    boolean answer(Connection connection, Digest digest, List<String> answers, Instant now) throws SQLException {
        if (Sql.update(connection, ANSWERED, now, digest.id()) == 0) {
            return false;
        }
        Optional<String> speaker = Sql.first(connection, SPEAKERS_NAME, row -> row.getString(1), digest.personId());
        for (int i = 0; i < digest.questions().size(); i++) {
            String answer = answers.get(i);
            if (answer != null) {
                Digest.Asked asked = digest.questions().get(i);
                Sql.update(connection, ANSWER, answer, asked.id());
                Words language = Words.of(Sql.first(connection, ASKERS_LANGUAGE, row -> row.getString(1), asked.asker())
                        .orElse(null));
                PostBox.put(connection, told(digest, asked, speaker, language, answer, now), now);
            }
        }
        return true;
    }

    private Letter letter(Digest digest, Instant now) {
        return new Letter(
                digest.id(),
                Letter.Kind.QUESTIONS,
                digest.id(),
                digest.senders(),
                null,
                digest.personId(),
                null,
                LinkPurpose.REPLY,
                digest.id(),
                digest.subject(),
                digest.words(links.questions(digest.id())),
                now.plus(config.patience()));
    }

    private Letter told(
            Digest digest, Digest.Asked asked, Optional<String> known, Words language, String answer, Instant now) {
        String speaker = known.orElseGet(() -> language.get("answered.speaker"));
        return new Letter(
                Ids.derived(asked.id(), "answer"),
                Letter.Kind.ANSWER,
                digest.id(),
                speaker,
                null,
                null,
                asked.asker(),
                null,
                null,
                language.with("answered.subject", speaker),
                language.with("answered.asked", asked.text()) + "\n\n" + answer,
                now.plus(config.patience()));
    }
}
