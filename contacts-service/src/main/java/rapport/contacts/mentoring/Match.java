package rapport.contacts.mentoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import rapport.contacts.goal.CareerStage;
import rapport.contacts.goal.Wish;

/**
 * How well a mentor's offer suits a goal: 60 points for the share of the goal's topics, 20 for a common language, 20 for a career stage
 * that the mentor named. Without the wish, a common topic, a common language and a stage that is welcome there is no match. It says how an
 * offer suits a goal, not how good a mentor is.
 */
record Match(UUID profileId, int score, List<String> because) {
    static final int VERSION = 1;

    /** Best first; the id decides between equals, so that the same question has the same answer. */
    static final Comparator<Match> ORDER = Comparator.comparingInt(Match::score)
            .reversed()
            .thenComparing(m -> m.profileId().toString());

    private static final int TOPICS = 60;
    private static final int LANGUAGE = 20;
    private static final int STAGE = 20;
    private static final int ANY_STAGE = 10;

    /** What is sought. */
    record Sought(Wish wish, List<String> topics, List<String> languages, CareerStage stage) {}

    /** What is offered. */
    record Offered(
            UUID profileId, Set<Wish> wishes, Set<String> topics, Set<String> languages, Set<CareerStage> stages) {
        static Offered by(MentorProfile profile) {
            return new Offered(
                    profile.id(),
                    Set.copyOf(profile.wishes()),
                    Set.copyOf(profile.topics()),
                    Set.copyOf(profile.languages()),
                    Set.copyOf(profile.careerStages()));
        }
    }

    static Optional<Match> of(Sought sought, Offered offered) {
        Set<String> topics = common(sought.topics(), offered.topics());
        Set<String> languages = common(sought.languages(), offered.languages());
        boolean stageWelcome = offered.stages().isEmpty() || offered.stages().contains(sought.stage());
        boolean understand = sought.languages().isEmpty() || !languages.isEmpty();
        if (!offered.wishes().contains(sought.wish()) || topics.isEmpty() || !understand || !stageWelcome) {
            return Optional.empty();
        }
        int distinct = new HashSet<>(sought.topics()).size();
        int forTopics = TOPICS * topics.size() / distinct;
        int forStage = offered.stages().isEmpty() ? ANY_STAGE : STAGE;
        var because = new ArrayList<String>();
        because.add(forTopics + " points: " + topics.size() + " of " + distinct + " topics in common ("
                + String.join(", ", topics) + ").");
        because.add(LANGUAGE + " points: "
                + (languages.isEmpty()
                        ? "any language suits."
                        : "a common language (" + String.join(", ", languages) + ")."));
        because.add(forStage + " points: "
                + (offered.stages().isEmpty() ? "open for everybody." : "meant for " + sought.stage() + "."));
        return Optional.of(new Match(offered.profileId(), forTopics + LANGUAGE + forStage, List.copyOf(because)));
    }

    private static Set<String> common(List<String> some, Set<String> others) {
        var common = new TreeSet<>(some);
        common.retainAll(others);
        return common;
    }
}
