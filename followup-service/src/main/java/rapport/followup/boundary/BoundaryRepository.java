package rapport.followup.boundary;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads boundaries and the people they belong to. */
@ApplicationScoped
class BoundaryRepository implements PanacheRepositoryBase<Boundary, UUID> {

    private static final Duration WEEK = Duration.ofDays(7);

    /** What the other services told about a person, as far as boundaries go. */
    record Known(UUID personId, boolean speaker, String speakerMode) {}

    Optional<Known> bySubject(String subject) {
        return known("p.subject = :key", subject);
    }

    Optional<Known> byId(UUID personId) {
        return known("p.person_id = :key", personId);
    }

    /** Messages of the last seven days that reached the person or still may. */
    int used(UUID personId, Instant now) {
        return ((Number) getEntityManager()
                        .createNativeQuery("""
                        select count(*)
                        from   delivery
                        where  recipient = :person and claimed_at > :since and state in ('SENDING', 'SENT', 'UNCERTAIN')
                        """)
                        .setParameter("person", personId)
                        .setParameter("since", Timestamp.from(now.minus(WEEK)))
                        .getSingleResult())
                .intValue();
    }

    /** Waits for dispatchers that spend this person's budget right now, and lets none in before the change is made. */
    void lockRecipient(UUID personId) {
        getEntityManager()
                .createNativeQuery("insert into recipient (person_id) values (:person) on conflict do nothing")
                .setParameter("person", personId)
                .executeUpdate();
        getEntityManager()
                .createNativeQuery("select person_id from recipient where person_id = :person for update", UUID.class)
                .setParameter("person", personId)
                .getSingleResult();
    }

    /**
     * Whatever waits for this person is asked about again: the new rules may let it go. What a dispatcher has in hand is
     * left out; it waits for the recipient's lock and will see the new rules.
     */
    void askHeldAgain(UUID personId, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        update progress
                        set    send_at = least(send_at, :now)
                        where  follow_up_id in (
                               select follow_up_id from progress
                               where  recipient = :person and send_at is not null and state = 'HELD'
                               for update skip locked)
                        """)
                .setParameter("now", Timestamp.from(now))
                .setParameter("person", personId)
                .executeUpdate();
    }

    List<UUID> ended(Instant now, int atMost) {
        return find("until <= ?1 order by until", now).page(0, atMost).stream()
                .map(Boundary::personId)
                .toList();
    }

    private Optional<Known> known(String condition, Object key) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("""
                        select p.person_id, k.contact_mode, k.speaker_id
                        from   person p
                        left   join lateral (
                               select speaker_id, contact_mode from speaker
                               where  person_id = p.person_id and not deleted and status = 'ACTIVE'
                               order  by speaker_id desc limit 1) k on true
                        where  not p.deleted and\s""" + condition + " order by p.person_id limit 1")
                .setParameter("key", key)
                .getResultList();
        return rows.stream().findFirst().map(row -> new Known((UUID) row[0], row[2] != null, (String) row[1]));
    }
}
