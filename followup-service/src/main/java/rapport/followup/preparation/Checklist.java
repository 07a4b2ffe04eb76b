package rapport.followup.preparation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rapport.followup.preparation.Advice.Weight;

/** Turns what is missing, and how the two stand with each other, into advice. */
public final class Checklist {

    private static final Map<String, String> HINTS = Map.ofEntries(
            Map.entry("goal-missing", "One sentence: what should be different for you after an answer?"),
            Map.entry("context-missing", "Name the session, or what you talked about and where."),
            Map.entry(
                    "question-or-offer-missing",
                    "Ask one thing that can be answered in two minutes, or offer one thing they can use."),
            Map.entry("subject-missing", "Say in a few words what it is about, not that you want something."),
            Map.entry("body-missing", "Start from a playbook if the first sentence is hard."),
            Map.entry("placeholder-unresolved", "Write what belongs there, or take the placeholder out."),
            Map.entry("too-long", "Cut it to what the recipient needs in order to answer."),
            Map.entry("same-for-too-many", "Begin with what only this person said or did."),
            Map.entry("audience-left", "Cancel it, or write to them for a reason of their own."),
            Map.entry("too-many-for-event", "Wait for an answer, or write after the next time you meet."),
            Map.entry("too-many-for-year", "They have not answered so far: let it rest."));

    private Checklist() {}

    /** What blocks first, then what could be better. */
    public static List<Advice> of(List<Missing> missing, Standing standing) {
        List<Advice> found = new ArrayList<>();
        for (Missing part : missing) {
            String hint = HINTS.getOrDefault(part.code(), "Put it right and look again.");
            found.add(new Advice(Weight.BLOCKS, part.code(), part.pointer(), part.message(), hint));
        }
        if (standing.overdueByMe() > 0) {
            found.add(better(
                    "promise-overdue",
                    "You promised something whose day has passed.",
                    "Keep the promise first; it is the best reason to write."));
        }
        if (standing.unthanked() > 0) {
            found.add(better(
                    "not-thanked", "You were given something and have not said thank you.", "Begin with your thanks."));
        }
        if (standing.asked() > standing.given()) {
            found.add(better(
                    "asks-outweigh",
                    "You have asked for more than you have given.",
                    "Offer something with this message."));
        }
        if (!standing.reachable()) {
            found.add(better(
                    "boundary-closed",
                    "The person does not take messages by e-mail as things are.",
                    "Meet them where they say they can be met; their boundary tells."));
        } else if (standing.remaining() == 0) {
            found.add(better(
                    "budget-spent",
                    "The person has had as many messages this week as they accept.",
                    "The message will wait for its place; nothing is lost by taking time for it."));
        }
        if (standing.unanswered() > 0) {
            found.add(better(
                    "no-answer-yet", "They have not answered your last message.", "Say something new, or wait."));
        }
        return found;
    }

    private static Advice better(String code, String reason, String hint) {
        return new Advice(Weight.SUGGESTS, code, "", reason, hint);
    }
}
