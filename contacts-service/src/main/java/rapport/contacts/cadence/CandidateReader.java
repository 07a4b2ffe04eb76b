package rapport.contacts.cadence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import rapport.contacts.merge.ContactState;
import rapport.contacts.merge.Encounter;

/** Finds the contacts that have a cadence, with what is needed to plan their reminders: one statement, however many there are. */
@ApplicationScoped
class CandidateReader {
    // A contact without any interaction was last in touch when it came about.
    private static final String CANDIDATES = """
            select c.id, cast(c.state as text) as state, c.created_at, k.ideal_days, k.maximum_days, k.snoozed_until, i.last_at
            from   contact c
            left   join contact_cadence k on k.owner = c.owner and k.contact_id = c.id
            left   join lateral (
                       select max(i.occurred_at) as last_at
                       from   interaction i
                       where  i.owner = c.owner and i.contact_id = c.id and i.removed_at is null) i on true
            where  c.owner = :owner and c.merged_into is null and c.deleted_at is null
            and    (k.ideal_days is not null or jsonb_exists_any(c.state -> 'tags', cast(:tags as text[])))
            """;

    private final EntityManager database;
    private final TagCadenceRepository tags;

    CandidateReader(EntityManager database, TagCadenceRepository tags) {
        this.database = database;
        this.tags = tags;
    }

    /** All of the owner's contacts that reminders are to be planned for. */
    List<Candidate> all(String owner, ZoneId zone) {
        Map<String, Rhythm> byTag = tags.ofOwner(owner).stream()
                .map(TagCadence::rhythm)
                .collect(Collectors.toMap(Rhythm::tag, Function.identity()));
        return database.createNativeQuery(CANDIDATES, Tuple.class)
                .setParameter("owner", owner)
                .setParameter("tags", byTag.keySet().toArray(String[]::new))
                .getResultStream()
                .flatMap(row -> candidate((Tuple) row, byTag, zone).stream())
                .toList();
    }

    private static Optional<Candidate> candidate(Tuple row, Map<String, Rhythm> byTag, ZoneId zone) {
        ContactState state = ContactState.fromJson(row.get("state", String.class));
        Integer ideal = row.get("ideal_days", Integer.class);
        Optional<Rhythm> rhythm = ideal != null
                ? Optional.of(new Rhythm(null, ideal, row.get("maximum_days", Integer.class)))
                : state.currentTags().stream()
                        .filter(byTag::containsKey)
                        .map(byTag::get)
                        .min(Rhythm.TIGHTEST);
        // Whom the owner does not want to write to, they are not reminded of.
        return rhythm.filter(r -> !state.restriction().active())
                .map(r -> new Candidate(
                        row.get("id", UUID.class),
                        state.currentRating() == null ? 0 : state.currentRating(),
                        LocalDate.ofInstant(lastInTouch(row, state), zone),
                        r,
                        row.get("snoozed_until", LocalDate.class)));
    }

    private static Instant lastInTouch(Tuple row, ContactState state) {
        Instant last = row.get("last_at", Instant.class);
        for (Encounter encounter : state.encounters().values()) {
            last = last == null || encounter.metAt().isAfter(last) ? encounter.metAt() : last;
        }
        return last == null ? row.get("created_at", Instant.class) : last;
    }
}
