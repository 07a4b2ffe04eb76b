package rapport.contacts.acquaintance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** People who have an account. */
@ApplicationScoped
public class Members {
    private static final String COLUMNS =
            "select subject, id, display_name, affiliation from person where status = 'ACTIVE'";

    private static final String BY_PERSON = COLUMNS + " and subject is not null and id in (:people)";

    private static final String BY_SUBJECT = COLUMNS + " and subject in (:subjects) order by id desc";

    private final EntityManager database;

    Members(EntityManager database) {
        this.database = database;
    }

    /** @param displayName null when it is not known */
    public record Member(String subject, UUID personId, String displayName, String affiliation) {
        public Acquaintances.Side side() {
            return new Acquaintances.Side(subject, personId);
        }
    }

    /** The account of a person. */
    public Optional<Member> ofPerson(UUID person) {
        return read(database.createNativeQuery(BY_PERSON, Tuple.class)
                        .setParameter("people", List.of(person))
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** The people behind subjects; those who are not known as a person are missing. */
    public Map<String, Member> ofSubjects(Collection<String> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        return read(database.createNativeQuery(BY_SUBJECT, Tuple.class)
                        .setParameter("subjects", subjects)
                        .getResultList())
                .stream()
                .collect(Collectors.toMap(Member::subject, Function.identity(), (one, other) -> other));
    }

    private static List<Member> read(List<?> rows) {
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Member(
                        row.get("subject", String.class),
                        row.get("id", UUID.class),
                        row.get("display_name", String.class),
                        row.get("affiliation", String.class)))
                .toList();
    }
}
