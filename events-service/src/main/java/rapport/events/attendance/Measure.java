package rapport.events.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How long somebody was in a session: the union of all stays, clipped to the session.
 *
 * @param percent of the session's length, rounded down, 0 to 100
 * @param required the percentage that the event asks for
 * @param assumed whether some of the time is covered by nothing but a stay whose end nobody knows
 * @param firstIn null when no stay touches the session
 * @param sources who told of any stay, in the order of the enum
 */
record Measure(
        int seconds,
        int percent,
        int required,
        boolean assumed,
        Instant firstIn,
        Instant lastOut,
        List<PresenceSource> sources) {

    static Measure of(Span session, int required, Collection<Stay> stays) {
        List<Span> all = clipped(session, stays.stream().toList());
        List<Span> known =
                clipped(session, stays.stream().filter(stay -> !stay.isGuess()).toList());
        Duration length = Span.length(all);
        return new Measure(
                Math.toIntExact(length.toSeconds()),
                Math.toIntExact(
                        100 * length.toMillis() / Span.length(List.of(session)).toMillis()),
                required,
                !all.equals(known),
                all.isEmpty() ? null : all.getFirst().start(),
                all.isEmpty() ? null : all.getLast().end(),
                stays.stream().map(Stay::source).distinct().sorted().toList());
    }

    /** Whether the event's rule is met. Where it asks for nothing, any time in the session is enough. */
    boolean attended() {
        return seconds > 0 && percent >= required;
    }

    private static List<Span> clipped(Span session, List<Stay> stays) {
        return Span.union(stays.stream()
                .map(stay -> stay.span(session).within(session))
                .flatMap(Optional::stream)
                .toList());
    }
}
