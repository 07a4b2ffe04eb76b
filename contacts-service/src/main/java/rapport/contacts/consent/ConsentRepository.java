package rapport.contacts.consent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.kit.problem.NotFound;

@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<Consent, Consent.Key> {
    // A scan may be asking at the same moment.
    private static final String WITHDRAW = """
            insert into consent as k (person_id, holder, state, asked_at, changed_at)
            values (:person, :holder, 'WITHDRAWN', :now, :now)
            on conflict (person_id, holder) do update
            set    state = 'WITHDRAWN', card_id = null, fields = null, changed_at = excluded.changed_at, version = k.version + 1
            where  k.state <> 'WITHDRAWN'
            returning k.id, k.version
            """;

    private final Clock clock;

    ConsentRepository(Clock clock) {
        this.clock = clock;
    }

    Consent require(UUID person, UUID id) {
        return find("personId = ?1 and id = ?2", person, id)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("request"));
    }

    record Withdrawn(UUID id, long version, Instant at) {}

    /** Empty when it was withdrawn already. */
    Optional<Withdrawn> withdraw(UUID person, String holder) {
        Instant now = clock.instant();
        List<?> rows = getEntityManager()
                .createNativeQuery(WITHDRAW)
                .setParameter("person", person)
                .setParameter("holder", holder)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Withdrawn((UUID) row[0], ((Number) row[1]).longValue(), now))
                .findFirst();
    }
}
