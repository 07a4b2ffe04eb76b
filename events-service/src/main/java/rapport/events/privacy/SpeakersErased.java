package rapport.events.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import rapport.events.session.SessionPublisher;
import rapport.events.speaker.SpeakerPublisher;
import rapport.events.sql.Sql;

/** Empties a person's speaker entries and takes them out of the sessions; the sessions stay. */
@ApplicationScoped
class SpeakersErased {
    private static final String SESSIONS = """
            with parted as (
              delete from session_speaker p
              using  speaker k
              where  k.id = p.speaker_id and k.person_id = ?
              returning p.session_id
            )
            update session s
            set    version = version + 1, updated_at = ?
            where  s.id in (select session_id from parted)
            returning s.id
            """;

    private static final String EMPTY = """
            update speaker
            set    version = version + 1, updated_at = ?, status = 'REMOVED', person_id = null, external_id = null,
                   display_name = '', given_name = null, family_name = null, credentials = null, affiliation = null,
                   ror_id = null, country = null, orcid = null, linkedin = null, researchgate = null, x = null,
                   mastodon = null, bluesky = null, pubmed = null, scholar = null, website = null, bio = null, photo_url = null, interests = '{}', contact_mode = 'CLOSED', email = null,
                   email_shared = false
            where  person_id = ?
            returning id
            """;

    private static final String PROPOSALS =
            "delete from speaker_merge_proposal where speaker_id = any(?) or other_id = any(?)";

    private final Sql sql;
    private final SpeakerPublisher speakers;
    private final SessionPublisher sessions;
    private final Clock clock;

    SpeakersErased(Sql sql, SpeakerPublisher speakers, SessionPublisher sessions, Clock clock) {
        this.sql = sql;
        this.speakers = speakers;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    void erase(UUID personId) {
        List<UUID> touched = sql.query(SESSIONS, row -> Sql.id(row, "id"), personId, clock.instant());
        List<UUID> emptied = sql.query(EMPTY, row -> Sql.id(row, "id"), clock.instant(), personId);
        if (!emptied.isEmpty()) {
            sql.update(PROPOSALS, emptied, emptied);
        }
        speakers.publish(emptied);
        sessions.publish(touched);
    }
}
