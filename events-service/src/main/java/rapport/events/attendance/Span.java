package rapport.events.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A stretch of time: the start belongs to it, the end does not. */
record Span(Instant start, Instant end) {

    /** What of this lies within the other one; empty when nothing does. */
    Optional<Span> within(Span other) {
        Instant from = start.isAfter(other.start) ? start : other.start;
        Instant to = end.isBefore(other.end) ? end : other.end;
        return from.isBefore(to) ? Optional.of(new Span(from, to)) : Optional.empty();
    }

    boolean covers(Span other) {
        return !start.isAfter(other.start) && !end.isBefore(other.end);
    }

    /** The same time without overlaps: disjoint, not even touching, in order. Whatever the order of the argument. */
    static List<Span> union(Collection<Span> spans) {
        var merged = new ArrayList<Span>();
        for (Span span :
                spans.stream().sorted(Comparator.comparing(Span::start)).toList()) {
            if (merged.isEmpty() || merged.getLast().end.isBefore(span.start)) {
                merged.add(span);
            } else if (merged.getLast().end.isBefore(span.end)) {
                merged.set(merged.size() - 1, new Span(merged.getLast().start, span.end));
            }
        }
        return merged;
    }

    static Duration length(Collection<Span> disjoint) {
        return disjoint.stream()
                .map(span -> Duration.between(span.start, span.end))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
