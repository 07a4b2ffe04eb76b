package rapport.contacts.introduction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import rapport.kit.problem.NotFound;

@ApplicationScoped
class IntroductionRepository implements PanacheRepositoryBase<Introduction, UUID> {
    private static final String SUBJECTS = """
            select i.introducer, s.subject
            from   introduction i
            join   introduction_side s on s.introduction_id = i.id
            where  i.id = :id and exists (select 1
                                          from   introduction_side mine
                                          where  mine.introduction_id = i.id and mine.subject = :subject)
            """;

    private final EntityManager database;

    IntroductionRepository(EntityManager database) {
        this.database = database;
    }

    Introduction require(String introducer, UUID id) {
        return find("id = ?1 and introducer = ?2", id, introducer)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("introduction"));
    }

    /** Everybody whose contacts an answer may change, if the subject is one of the two sides. Reads no entity, so it may come before locks. */
    List<String> everybody(UUID id, String subject) {
        List<?> rows = database.createNativeQuery(SUBJECTS)
                .setParameter("id", id)
                .setParameter("subject", subject)
                .getResultList();
        if (rows.isEmpty()) {
            throw new NotFound("introduction");
        }
        return rows.stream()
                .map(row -> (Object[]) row)
                .flatMap(row -> List.of((String) row[0], (String) row[1]).stream())
                .distinct()
                .toList();
    }

    Side side(UUID id, String subject) {
        return Optional.ofNullable(database.find(Side.class, new Side.Key(subject, id)))
                .orElseThrow(() -> new NotFound("introduction"));
    }

    List<Side> sides(UUID id) {
        return database.createQuery("from Side where introductionId = :id order by subject", Side.class)
                .setParameter("id", id)
                .getResultList();
    }

    long open(String introducer, Instant now) {
        return count("introducer = ?1 and state = 'OPEN' and expiresAt > ?2", introducer, now);
    }

    Optional<Introduction> open(String introducer, Pair pair) {
        return find(
                        "introducer = ?1 and firstPerson = ?2 and secondPerson = ?3 and state = 'OPEN'",
                        introducer,
                        pair.first().personId(),
                        pair.second().personId())
                .firstResultOptional();
    }

    List<Introduction> page(String introducer, UUID after, int fetch) {
        return find("introducer = ?1 and id > ?2 order by id", introducer, after)
                .page(0, fetch)
                .list();
    }

    /** What was offered to somebody, without what was withdrawn. */
    List<Side> offered(String subject, UUID after, int fetch) {
        return database.createQuery("""
                        select s from Side s join Introduction i on i.id = s.introductionId
                        where s.subject = :subject and s.introductionId > :after and i.state <> 'WITHDRAWN'
                        order by s.introductionId""", Side.class)
                .setParameter("subject", subject)
                .setParameter("after", after)
                .setMaxResults(fetch)
                .getResultList();
    }

    Map<UUID, Introduction> withIds(List<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : list("id in ?1", ids).stream().collect(Collectors.toMap(Introduction::id, Function.identity()));
    }

    Map<UUID, List<Side>> sidesOf(List<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : database.createQuery("from Side where introductionId in :ids", Side.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.groupingBy(Side::introductionId));
    }
}
