package rapport.followup.preparation;

import java.util.ArrayList;
import java.util.List;

/** What a message needs before it may cost somebody's attention. */
public final class PreparationRules {

    public static final int FIRST_CONTACT_WORDS = 300;
    public static final int SAME_BODY_RECIPIENTS = 3;

    private PreparationRules() {}

    /** Everything that is missing, so that it can be put right at once; empty when the message may be approved. */
    public static List<Missing> missing(Letter letter) {
        List<Missing> found = new ArrayList<>();
        if (letter.first() && letter.toSpeakerOrMentor()) {
            firstToSpeaker(letter, found);
        }
        text(letter, found);
        return found;
    }

    private static void firstToSpeaker(Letter letter, List<Missing> found) {
        Preparation preparation = letter.preparation();
        if (blank(preparation.goal())) {
            found.add(new Missing("/preparation/goal", "goal-missing", "Say what you want to achieve."));
        }
        if (blank(preparation.context()) && !letter.inSession()) {
            found.add(new Missing(
                    "/preparation/context", "context-missing", "Say in which session or encounter you met."));
        }
        if (blank(preparation.question()) && blank(preparation.offer())) {
            found.add(new Missing(
                    "/preparation/question", "question-or-offer-missing", "Ask a question or offer something."));
        }
    }

    private static void text(Letter letter, List<Missing> found) {
        if (blank(letter.subject())) {
            found.add(new Missing("/message/subject", "subject-missing", "The message needs a subject."));
        }
        if (blank(letter.body())) {
            found.add(new Missing("/message/body", "body-missing", "The message needs a text."));
        }
        if (hasPlaceholder(letter.subject())) {
            found.add(new Missing("/message/subject", "placeholder-unresolved", "A placeholder is not filled in."));
        }
        if (hasPlaceholder(letter.body())) {
            found.add(new Missing("/message/body", "placeholder-unresolved", "A placeholder is not filled in."));
        }
        if (letter.first() && words(letter.body()) > FIRST_CONTACT_WORDS) {
            found.add(new Missing(
                    "/message/body", "too-long", "A first message has at most " + FIRST_CONTACT_WORDS + " words."));
        }
        if (letter.sameBodyElsewhere() >= SAME_BODY_RECIPIENTS) {
            found.add(new Missing(
                    "/message/body",
                    "same-for-too-many",
                    "The same text went to " + SAME_BODY_RECIPIENTS + " people already: write a personal one."));
        }
    }

    /** Half a placeholder is one, too: nobody writes double braces to a human on purpose. */
    private static boolean hasPlaceholder(String text) {
        return text != null && (text.contains("{{") || text.contains("}}"));
    }

    static int words(String text) {
        return blank(text) ? 0 : text.strip().split("\\s+").length;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
