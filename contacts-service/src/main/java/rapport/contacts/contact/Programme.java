package rapport.contacts.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Fault;
import rapport.kit.problem.ProblemKind;

/** What is known of speakers and their sessions. */
@ApplicationScoped
class Programme {
    private static final String SPEAKER = """
            select s.person_id, s.event_id, p.subject
            from   speaker s
            left   join person p on p.id = s.person_id
            where  s.id = :speaker and s.status = 'ACTIVE'
            """;

    private static final String SESSION = """
            select 1
            from   session s
            where  s.id = :session and s.status = 'ACTIVE' and :speaker = any (s.speaker_ids)
            """;

    private final EntityManager database;

    Programme(EntityManager database) {
        this.database = database;
    }

    record Speaker(UUID personId, UUID eventId) {}

    Speaker speaker(String owner, NewSpeakerContact request) {
        List<?> found = database.createNativeQuery(SPEAKER, Tuple.class)
                .setParameter("speaker", request.speakerId())
                .getResultList();
        if (found.isEmpty()) {
            throw new NotInProgramme(
                    "/speakerId", "unknown-speaker", "There is no such speaker in a programme known here.");
        }
        Tuple row = (Tuple) found.getFirst();
        if (owner.equals(row.get("subject", String.class))) {
            throw new NotInProgramme("/speakerId", "own-speaker", "This is you.");
        }
        if (request.sessionId() != null && !speaks(request)) {
            throw new NotInProgramme("/sessionId", "unknown-session", "The speaker has no such session.");
        }
        return new Speaker(row.get("person_id", UUID.class), row.get("event_id", UUID.class));
    }

    private boolean speaks(NewSpeakerContact request) {
        return !database.createNativeQuery(SESSION)
                .setParameter("session", request.sessionId())
                .setParameter("speaker", request.speakerId())
                .getResultList()
                .isEmpty();
    }

    private static final class NotInProgramme extends DomainException {
        NotInProgramme(String pointer, String code, String detail) {
            super(ProblemKind.UNPROCESSABLE, code, detail, List.of(new Fault(pointer, code, detail)));
        }
    }
}
