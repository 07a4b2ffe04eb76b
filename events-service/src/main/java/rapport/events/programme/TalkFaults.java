package rapport.events.programme;

import java.util.List;
import java.util.Map;
import rapport.events.event.Period;
import rapport.events.event.PeriodRefused;
import rapport.kit.problem.Fault;
import rapport.kit.problem.Invalid;

/** What can be wrong with a session of a file. */
final class TalkFaults {
    static final Fault TWICE = new Fault("", "twice-in-the-file", "An earlier session of the file has the same key.");

    private static final Map<String, Fault> TEXTS = Map.of(
            "no-key", new Fault("id", "no-key", "The session has neither guid nor id."),
            "no-title", new Fault("title", "no-title", "The session has no title."),
            "no-time",
                    new Fault(
                            "start",
                            "no-time",
                            "When the session begins or how long it takes is missing or not legible."),
            "too-long",
                    new Fault(
                            "",
                            "too-long",
                            "The title, the track, the room, the type, the language or a key is too long."));

    private static final Fault YEAR = new Fault("date", "out-of-range", "The year has to be from 2000 to 2100.");
    private static final Fault ENDS = new Fault("duration", "ends-before-start", "The end has to be after the start.");

    /** Real programmes overrun their event by some minutes: that is worth a remark, not the loss of a session. */
    private static final Fault OUTSIDE = new Fault("date", "outside-the-event", "The session is not within the event.");

    private TalkFaults() {}

    /** Why the session cannot be used; null when it can. */
    static Fault of(Programme.Talk talk, Period event) {
        if (talk.fault() != null) {
            return TEXTS.get(talk.fault());
        }
        try {
            new Period(talk.startsAt(), talk.endsAt(), event.zone());
            return null;
        } catch (Invalid year) {
            return YEAR;
        } catch (PeriodRefused order) {
            return ENDS;
        }
    }

    static List<Fault> remarks(Programme.Talk talk, Period event) {
        boolean outside =
                talk.startsAt().isBefore(event.startsAt()) || talk.endsAt().isAfter(event.endsAt());
        return outside ? List.of(OUTSIDE) : List.of();
    }
}
