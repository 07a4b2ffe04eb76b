package rapport.events.staff;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.kit.problem.NotFound;

@ApplicationScoped
class InvitationRepository implements PanacheRepositoryBase<StaffInvitation, UUID> {
    /** What the invited person is shown: what it is about, since they cannot see a draft yet. */
    private static final String ADDRESSED_TO = """
            select i.id, i.eventId, e.name, i.role, i.expiresAt
            from   StaffInvitation i join Event e on e.id = i.eventId
            where  i.address = :address and i.status = rapport.events.staff.InvitationStatus.OPEN and i.expiresAt > :now
            order  by i.id
            """;

    private static final int MOST = 200;

    List<StaffInvitation> open(UUID eventId, UUID after, int limit) {
        return find("eventId = ?1 and id > ?2 and status = ?3 order by id", eventId, after, InvitationStatus.OPEN)
                .page(0, limit)
                .list();
    }

    StaffInvitation requireOpen(UUID eventId, UUID id) {
        return find("id = ?1 and eventId = ?2 and status = ?3", id, eventId, InvitationStatus.OPEN)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("invitation"));
    }

    /** Read without the entity: it is loaded only after the event's lock is held, as the others left it. */
    Optional<UUID> eventOf(UUID id) {
        return getEntityManager()
                .createQuery("select i.eventId from StaffInvitation i where i.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    StaffInvitation require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NotFound("invitation"));
    }

    /** Makes room for a newer invitation of the address. */
    void replace(UUID eventId, String address, Instant now) {
        update(
                "status = ?1, address = null, updatedAt = ?2 where eventId = ?3 and address = ?4 and status = ?5",
                InvitationStatus.REPLACED,
                now,
                eventId,
                address,
                InvitationStatus.OPEN);
    }

    List<MyInvitationView> addressedTo(String address, Instant now) {
        return getEntityManager()
                .createQuery(ADDRESSED_TO, MyInvitationView.class)
                .setParameter("address", address)
                .setParameter("now", now)
                .setMaxResults(MOST)
                .getResultList();
    }
}
