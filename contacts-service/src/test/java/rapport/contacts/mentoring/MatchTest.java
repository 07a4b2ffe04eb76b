package rapport.contacts.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import rapport.contacts.goal.CareerStage;
import rapport.contacts.goal.Wish;

class MatchTest {
    private static final UUID MENTOR = new UUID(0, 1);
    private static final Match.Sought SOUGHT =
            new Match.Sought(Wish.MENTOR, List.of("registry", "sepsis"), List.of("de", "en"), CareerStage.STUDENT);

    private static Match.Offered offered(
            Set<Wish> wishes, Set<String> topics, Set<String> languages, Set<CareerStage> stages) {
        return new Match.Offered(MENTOR, wishes, topics, languages, stages);
    }

    private static Optional<Match> match(
            Set<Wish> wishes, Set<String> topics, Set<String> languages, Set<CareerStage> stages) {
        return Match.of(SOUGHT, offered(wishes, topics, languages, stages));
    }

    @Test
    void aPerfectOfferHasAllPointsAndSaysWhy() {
        var match = match(
                        Set.of(Wish.MENTOR),
                        Set.of("sepsis", "registry", "shock"),
                        Set.of("de"),
                        Set.of(CareerStage.STUDENT))
                .orElseThrow();

        assertThat(match.score()).isEqualTo(100);
        assertThat(match.because())
                .containsExactly(
                        "60 points: 2 of 2 topics in common (registry, sepsis).",
                        "20 points: a common language (de).",
                        "20 points: meant for STUDENT.");
    }

    @Test
    void halfTheTopicsAndAnOfferForEverybodyHaveFewer() {
        assertThat(match(Set.of(Wish.MENTOR), Set.of("sepsis"), Set.of("en"), Set.of()))
                .map(Match::score)
                .contains(60);
    }

    @Test
    void withoutTheWishATopicALanguageOrAWelcomeThereIsNoMatch() {
        var wish = Set.of(Wish.MENTOR);
        var topics = Set.of("sepsis");
        assertThat(match(Set.of(Wish.PEER), topics, Set.of("de"), Set.of())).isEmpty();
        assertThat(match(wish, Set.of("shock"), Set.of("de"), Set.of())).isEmpty();
        assertThat(match(wish, topics, Set.of("fr"), Set.of())).isEmpty();
        assertThat(match(wish, topics, Set.of("de"), Set.of(CareerStage.FELLOW)))
                .isEmpty();
    }

    @Test
    void whoSpeaksAnythingIsUnderstood() {
        var anything = new Match.Sought(Wish.PEER, List.of("sepsis"), List.of(), CareerStage.OTHER);

        assertThat(Match.of(anything, offered(Set.of(Wish.PEER), Set.of("sepsis"), Set.of("fr"), Set.of())))
                .isPresent();
    }

    @Property
    void aScoreIsFromOneToAHundredAndTheSumOfItsReasons(@ForAll("offers") Match.Offered offer) {
        Match.of(SOUGHT, offer).ifPresent(match -> {
            assertThat(match.score()).isBetween(1, 100);
            assertThat(match.because().stream()
                            .mapToInt(reason -> Integer.parseInt(reason.substring(0, reason.indexOf(' '))))
                            .sum())
                    .isEqualTo(match.score());
        });
    }

    @Property
    void theOrderOfMatchesDoesNotDependOnTheOrderOfOffers(
            @ForAll("manyOffers") List<Match.Offered> offers, @ForAll long seed) {
        var shuffled = new ArrayList<>(offers);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(matches(shuffled)).isEqualTo(matches(offers));
    }

    private static List<Match> matches(List<Match.Offered> offers) {
        return offers.stream()
                .flatMap(offer -> Match.of(SOUGHT, offer).stream())
                .sorted(Match.ORDER)
                .toList();
    }

    @Provide
    Arbitrary<Match.Offered> offers() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.of(Wish.class).set().ofMinSize(1),
                        Arbitraries.of("registry", "sepsis", "shock", "imaging")
                                .set()
                                .ofMinSize(1),
                        Arbitraries.of("de", "en", "fr").set().ofMinSize(1),
                        Arbitraries.of(CareerStage.class).set())
                .as((id, wishes, topics, languages, stages) ->
                        new Match.Offered(new UUID(0, id), wishes, topics, languages, stages));
    }

    @Provide
    Arbitrary<List<Match.Offered>> manyOffers() {
        return offers().list().ofMaxSize(30).uniqueElements(Match.Offered::profileId);
    }
}
