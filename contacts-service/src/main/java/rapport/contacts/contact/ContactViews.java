package rapport.contacts.contact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import rapport.contacts.details.Words;
import rapport.contacts.merge.Encounter;
import rapport.contacts.merge.Several;
import rapport.kit.json.Json;

/** Renders contacts with a constant number of statements, however many there are. */
@ApplicationScoped
public class ContactViews {
    // A contact that holds merged ones shows no more than all of them do.
    private static final String NOT_HIDDEN_BY_A_MERGE = "(c.shares_card or not jsonb_exists(c.state, 'own'))";

    /**
     * Whether the person of a contact {@code c} shares with its owner everything by which contacts are compared. Who shares less
     * is not compared at all: that two have the same ORCID iD would tell it.
     */
    public static final String COMPARABLE_NOW = NOT_HIDDEN_BY_A_MERGE + """

            and    exists (select 1
                           from   shared_with(c.person_id, c.owner, c.state -> 'encounters') s
                           where  s.fields @> '{NAME,AFFILIATION,ORCID,LINKEDIN}')
            """;

    /** Joins what the person of a contact {@code c} shares with its owner now, as {@code shared}; nothing when it is nothing. */
    static final String SHARED_NOW = """
            cross  join lateral shared_with(c.person_id, c.owner, c.state -> 'encounters') shared
            where  shared.fields is not null and """ + NOT_HIDDEN_BY_A_MERGE;

    // Decided at the moment of reading: what is withdrawn is gone with the next read.
    private static final String CARDS = """
            select c.id, p.display_name, p.affiliation, p.career_stage, p.orcid, cast(p.links as text) as links,
                   array_to_string(shared.fields, ',') as fields, shared.email, shared.interests, shared.languages
            from   contact c
            join   person p on p.id = c.person_id and p.status = 'ACTIVE'
            """ + SHARED_NOW + " and c.owner = :owner and c.id in (:ids)";

    private static final String SPEAKERS = """
            select c.id, s.id as speaker_id, s.display_name, s.credentials, s.affiliation, s.country, s.orcid, s.contact_mode,
                   coalesce(b.mode, s.contact_mode) as mode, b.weekly_budget,
                   (select count(*)
                    from   sent_message m
                    where  m.person_id = s.person_id and m.sent_at > cast(:since as timestamptz)) as sent
            from   contact c
            join   speaker s on s.id = c.speaker_id and s.status = 'ACTIVE'
            left   join boundary b on b.person_id = s.person_id
            where  c.owner = :owner and c.id in (:ids)
            """;

    private static final String EVENT_NAMES = "select id, name from event where id in (:ids) and name is not null";

    private static final String SESSION_TITLES =
            "select id, title from session where id in (:ids) and title is not null";

    private static final String INTERESTS = """
            select distinct i.interest
            from   person p
            join   registration r on r.person_id = p.id and r.status not in ('CANCELLED', 'DELETED')
            cross  join lateral unnest(r.interests) as i (interest)
            where  p.subject = :owner and p.status = 'ACTIVE'
            """;

    private static final TypeReference<Map<String, String>> LINKS = new TypeReference<>() {};

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private static final Duration BUDGET_WINDOW = Duration.ofDays(7);

    private final EntityManager database;
    private final Budgets budgets;
    private final Clock clock;

    ContactViews(EntityManager database, Budgets budgets, Clock clock) {
        this.database = database;
        this.budgets = budgets;
        this.clock = clock;
    }

    /** As the owner sees it now, in the running transaction. */
    public ContactView of(String owner, UUID id) {
        return of(owner, database.find(Contact.class, new Contact.Key(owner, id)));
    }

    ContactView of(String owner, Contact contact) {
        return of(owner, List.of(contact)).getFirst();
    }

    List<ContactView> of(String owner, List<Contact> contacts) {
        if (contacts.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = contacts.stream().map(Contact::id).toList();
        var encounters = contacts.stream().map(c -> c.state().encounters()).toList();
        var known = new Surroundings(
                cards(owner, ids),
                speakers(owner, ids),
                notes(owner, ids),
                names(
                        EVENT_NAMES,
                        encounters.stream().flatMap(e -> e.keySet().stream()).collect(Collectors.toSet())),
                names(
                        SESSION_TITLES,
                        encounters.stream()
                                .flatMap(e -> e.values().stream())
                                .map(Encounter::sessionId)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet())),
                interests(owner, contacts));
        return contacts.stream().map(contact -> ContactView.of(contact, known)).toList();
    }

    /** What the owner said when they registered, in plain words; only asked for when a contact has interests to compare. */
    private Set<String> interests(String owner, List<Contact> contacts) {
        if (contacts.stream()
                .allMatch(c -> c.state().said().get(Several.INTERESTS).isEmpty())) {
            return Set.of();
        }
        var interests = new HashSet<String>();
        for (Object interest : database.createNativeQuery(INTERESTS)
                .setParameter("owner", owner)
                .getResultList()) {
            interests.add(Words.plain((String) interest));
        }
        return interests;
    }

    private Map<UUID, ContactView.Card> cards(String owner, List<UUID> ids) {
        return byContact(
                database.createNativeQuery(CARDS, Tuple.class)
                        .setParameter("owner", owner)
                        .setParameter("ids", ids),
                ContactViews::card);
    }

    private Map<UUID, ContactView.Speaker> speakers(String owner, List<UUID> ids) {
        return byContact(
                database.createNativeQuery(SPEAKERS, Tuple.class)
                        .setParameter("owner", owner)
                        .setParameter("ids", ids)
                        .setParameter(
                                "since", clock.instant().minus(BUDGET_WINDOW).toString()),
                this::speaker);
    }

    private static <T> Map<UUID, T> byContact(Query query, Function<Tuple, T> view) {
        var found = new HashMap<UUID, T>();
        for (Object row : query.getResultList()) {
            found.put(((Tuple) row).get("id", UUID.class), view.apply((Tuple) row));
        }
        return found;
    }

    private Map<UUID, List<Note>> notes(String owner, List<UUID> ids) {
        return database.createQuery(
                        "from Note where owner = :owner and contactId in :ids order by notedAt, sourceId, position",
                        Note.class)
                .setParameter("owner", owner)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.groupingBy(Note::contactId));
    }

    private Map<UUID, String> names(String sql, Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            for (Object row :
                    database.createNativeQuery(sql).setParameter("ids", ids).getResultList()) {
                names.put((UUID) ((Object[]) row)[0], (String) ((Object[]) row)[1]);
            }
        }
        return names;
    }

    private static ContactView.Card card(Tuple row) {
        Shared shared = Shared.of(row.get("fields", String.class));
        Map<String, String> links = new TreeMap<>(read(LINKS, row.get("links", String.class)));
        links.keySet().removeIf(kind -> !shared.has(kind.toUpperCase(Locale.ROOT)));
        return new ContactView.Card(
                row.get("display_name", String.class),
                shared.has("AFFILIATION") ? row.get("affiliation", String.class) : null,
                shared.has("CAREER_STAGE") ? row.get("career_stage", String.class) : null,
                shared.has("ORCID") ? row.get("orcid", String.class) : null,
                links,
                row.get("email", String.class),
                read(TEXTS, row.get("interests", String.class)),
                read(TEXTS, row.get("languages", String.class)));
    }

    private static <T> T read(TypeReference<T> type, String json) {
        try {
            return json == null ? null : Json.lenient().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is stored of a card is not readable", e);
        }
    }

    private ContactView.Speaker speaker(Tuple row) {
        Integer own = row.get("weekly_budget", Integer.class);
        int budget = own == null ? budgets.speakerBudget() : own;
        long sent = row.get("sent", Number.class).longValue();
        return new ContactView.Speaker(
                row.get("speaker_id", UUID.class),
                row.get("display_name", String.class),
                row.get("credentials", String.class),
                row.get("affiliation", String.class),
                row.get("country", String.class),
                row.get("orcid", String.class),
                row.get("contact_mode", String.class),
                new ContactView.Boundary(
                        row.get("mode", String.class), budget, (int) Math.max(0, budget - sent), own != null));
    }
}
