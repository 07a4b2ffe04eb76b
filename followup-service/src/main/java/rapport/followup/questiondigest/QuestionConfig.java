package rapport.followup.questiondigest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How questions are collected. */
@ConfigMapping(prefix = "followup.questions")
interface QuestionConfig {

    /** How long after the event, or after the first question if that comes later, questions are collected. */
    @WithDefault("PT12H")
    Duration collect();

    /** How many questions one person may put to a speaker of an event. */
    @WithDefault("3")
    int perAsker();

    /** How many questions one digest takes. More would not be answered, and later ones are told so. */
    @WithDefault("50")
    int perDigest();

    /** How long a digest waits for a place in the speaker's budget. */
    @WithDefault("P21D")
    Duration patience();
}
