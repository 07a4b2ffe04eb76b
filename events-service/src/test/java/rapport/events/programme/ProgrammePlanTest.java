package rapport.events.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import rapport.events.event.Period;
import rapport.events.imports.ImportLog;
import rapport.events.programme.StoredProgramme.Content;
import rapport.events.programme.StoredProgramme.StoredSession;
import rapport.events.programme.StoredProgramme.StoredSpeaker;

class ProgrammePlanTest {
    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 9, 0);
    private static final Period EVENT = new Period(START, START.plusDays(3), ZoneId.of("Europe/Vienna"));

    @Property(tries = 200)
    void sessionsInAnyOrderGiveTheSameState(@ForAll("talks") List<Programme.Talk> talks, @ForAll long seed) {
        var shuffled = new ArrayList<>(talks);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(told(apply(shuffled, new Stored()))).isEqualTo(told(apply(talks, new Stored())));
    }

    @Property(tries = 200)
    void importingTheSameAgainChangesNothing(
            @ForAll("talks") List<Programme.Talk> before, @ForAll("talks") List<Programme.Talk> talks) {
        Stored once = apply(talks, apply(before, new Stored()));

        ProgrammePlan again = plan(talks, once);

        assertThat(again.newSessions).isEmpty();
        assertThat(again.changedSessions).isEmpty();
        assertThat(again.newSpeakers).isEmpty();
        assertThat(again.changedSpeakers).isEmpty();
    }

    @Property(tries = 200)
    void whatTheFileDoesNotSayStays(
            @ForAll("talks") List<Programme.Talk> before, @ForAll("talks") List<Programme.Talk> talks) {
        Stored first = apply(before, new Stored());
        Map<String, Content> kept = new LinkedHashMap<>();
        first.sessions.forEach((key, session) -> kept.put(key, session.content()));

        Stored then = apply(talks, first);

        kept.forEach((key, content) -> {
            Content now = then.sessions.get(key).content();
            assertThat(now.track() == null)
                    .isEqualTo(content.track() == null && told(talks, key, Programme.Talk::track) == null);
            assertThat(now.resources()).containsAll(content.resources());
            assertThat(now.title()).isNotNull();
        });
    }

    /** What a database would hold, by the keys of the file. */
    private static final class Stored {
        final Map<String, StoredSpeaker> speakers = new LinkedHashMap<>();
        final Map<String, StoredSession> sessions = new LinkedHashMap<>();
    }

    private static Stored apply(List<Programme.Talk> talks, Stored stored) {
        ProgrammePlan plan = plan(talks, stored);
        var next = new Stored();
        next.speakers.putAll(stored.speakers);
        next.sessions.putAll(stored.sessions);
        for (var speakers : List.of(plan.newSpeakers, plan.changedSpeakers)) {
            speakers.forEach(s -> next.speakers.put(
                    s.key(),
                    new StoredSpeaker(s.id(), s.personId(), s.id(), s.key(), s.name(), s.bio(), false, false)));
        }
        plan.writtenSessions()
                .forEach(s -> next.sessions.put(s.key(), new StoredSession(s.id(), s.key(), s.content(), false)));
        return next;
    }

    private static ProgrammePlan plan(List<Programme.Talk> talks, Stored stored) {
        Map<String, String> people = new LinkedHashMap<>();
        talks.forEach(talk -> talk.people().forEach(key -> people.put(key, "Name of " + key)));
        var plan = new ProgrammePlan(EVENT, new ImportLog());
        plan.speakers(new Programme(talks, people, Map.of()), List.copyOf(stored.speakers.values()));
        plan.sessions(talks, List.copyOf(stored.sessions.values()), false);
        return plan;
    }

    /** The state without the ids that are drawn. */
    private static Map<String, String> told(Stored stored) {
        Map<UUID, String> names =
                stored.speakers.values().stream().collect(Collectors.toMap(StoredSpeaker::id, StoredSpeaker::name));
        return stored.sessions.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> {
            Content c = entry.getValue().content();
            return String.join(
                    "|",
                    c.title(),
                    "" + c.track(),
                    "" + c.startsAt(),
                    "" + c.endsAt(),
                    "" + c.resources(),
                    "" + c.speakers().stream().map(names::get).toList(),
                    "" + c.said());
        }));
    }

    private static <T> T told(
            List<Programme.Talk> talks, String key, java.util.function.Function<Programme.Talk, T> part) {
        return talks.stream()
                .filter(talk -> talk.key().equals(key))
                .findFirst()
                .map(part)
                .orElse(null);
    }

    @Provide
    Arbitrary<List<Programme.Talk>> talks() {
        Arbitrary<String> key = Arbitraries.of("a", "b", "c", "d", "e", "f");
        Arbitrary<String> text = Arbitraries.of("x", "y", "z").injectNull(0.4);
        Arbitrary<List<String>> people =
                Arbitraries.of("p", "q", "r").list().uniqueElements().ofMaxSize(3);
        Arbitrary<List<String>> links = Arbitraries.of("https://x.example/1", "https://x.example/2")
                .list()
                .uniqueElements();
        Arbitrary<Integer> hour = Arbitraries.integers().between(0, 60);
        Arbitrary<Said> said = Combinators.combine(
                        text, text, Arbitraries.of(true, false).injectNull(0.4))
                .as((subtitle, slug, optout) ->
                        new Said(null, slug, null, subtitle, null, null, optout, null, null, null, null, null, null));
        return Combinators.combine(key, text, people, links, hour, said)
                .as((k, track, who, urls, at, more) -> new Programme.Talk(
                        1,
                        k,
                        "Title " + at,
                        null,
                        track,
                        null,
                        START.plusHours(at),
                        START.plusHours(at + 1),
                        null,
                        null,
                        urls,
                        who,
                        more,
                        null))
                .list()
                .uniqueElements(Programme.Talk::key)
                .ofMaxSize(6);
    }
}
