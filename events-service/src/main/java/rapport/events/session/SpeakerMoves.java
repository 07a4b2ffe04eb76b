package rapport.events.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import rapport.events.speaker.SpeakerMerged;
import rapport.events.speaker.SpeakerRemoved;
import rapport.events.speaker.SpeakerRepointed;
import rapport.events.sql.Sql;

/** Keeps the sessions right when something happens to a speaker, in the same transaction. */
@ApplicationScoped
class SpeakerMoves {
    private static final String TOUCH = """
            update session
            set    version = version + 1, updated_at = ?
            where  id in (select session_id from session_speaker where speaker_id = any(?))
            returning id
            """;

    /** Where both are in one session, the kept one has a part already. */
    private static final String MOVE = """
            update session_speaker p
            set    speaker_id = ?
            where  p.speaker_id = ?
                   and not exists (select 1 from session_speaker q where q.session_id = p.session_id and q.speaker_id = ?)
            """;

    private static final String LEAVE = "delete from session_speaker where speaker_id = ?";

    private final SessionPublisher publisher;
    private final Sql sql;
    private final Clock clock;

    SpeakerMoves(SessionPublisher publisher, Sql sql, Clock clock) {
        this.publisher = publisher;
        this.sql = sql;
        this.clock = clock;
    }

    void onRepointed(@Observes SpeakerRepointed speaker) {
        publisher.publish(touched(speaker.speakerId()));
    }

    void onRemoved(@Observes SpeakerRemoved speaker) {
        List<UUID> sessions = touched(speaker.speakerId());
        sql.update(LEAVE, speaker.speakerId());
        publisher.publish(sessions);
    }

    void onMerged(@Observes SpeakerMerged speakers) {
        // Those of the kept one as well: it may have become another person.
        List<UUID> sessions = touched(List.of(speakers.keptId(), speakers.goneId()));
        sql.update(MOVE, speakers.keptId(), speakers.goneId(), speakers.keptId());
        sql.update(LEAVE, speakers.goneId());
        publisher.publish(sessions);
    }

    private List<UUID> touched(UUID speakerId) {
        return touched(List.of(speakerId));
    }

    private List<UUID> touched(List<UUID> speakerIds) {
        return sql.query(TOUCH, row -> Sql.id(row, "id"), clock.instant(), speakerIds);
    }
}
