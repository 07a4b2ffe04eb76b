package rapport.kit.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A refusal that knows how it is to be answered. Features name their refusals by extending it:
 *
 * <pre>{@code
 * final class EventCancelled extends DomainException {
 *     EventCancelled(UUID id) {
 *         super(ProblemKind.CONFLICT, "event-cancelled", "Event " + id + " is cancelled.");
 *     }
 * }
 * }</pre>
 *
 * <p>The detail is shown to the caller: it names nothing of the inside, and of the caller's own input at most 64
 * characters ({@link #excerpt}). Refusals are expected, so they carry no stack trace.
 */
public abstract class DomainException extends RuntimeException {
    private static final int EXCERPT = 64;

    private final ProblemKind kind;
    private final String code;
    private final List<Fault> faults;
    private final Duration retryAfter;

    /** A refusal whose code is the kind's own, for example {@code "conflict"}. */
    protected DomainException(ProblemKind kind, String detail) {
        this(kind, kind.code(), detail);
    }

    protected DomainException(ProblemKind kind, String code, String detail) {
        this(kind, code, detail, List.of(), null);
    }

    protected DomainException(ProblemKind kind, String code, String detail, List<Fault> faults) {
        this(kind, code, detail, faults, null);
    }

    /** A refusal that says when to try again; rendered as {@code Retry-After} in whole seconds, at least 1. */
    protected DomainException(ProblemKind kind, String code, String detail, Duration retryAfter) {
        this(kind, code, detail, List.of(), retryAfter);
    }

    private DomainException(ProblemKind kind, String code, String detail, List<Fault> faults, Duration retryAfter) {
        super(detail, null, false, false);
        this.kind = kind;
        this.code = code;
        this.faults = List.copyOf(faults);
        this.retryAfter = retryAfter;
    }

    /** Decides the HTTP status. */
    public ProblemKind kind() {
        return kind;
    }

    /** The stable, kebab-case code for programs. */
    public String code() {
        return code;
    }

    /** What happened, for the caller's eyes. */
    public String detail() {
        return getMessage();
    }

    /** Every fault that was found; empty when the refusal is not about single values. */
    public List<Fault> faults() {
        return faults;
    }

    /** How long the caller should wait before the next attempt. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The beginning of something the caller sent, at most 64 characters, safe to be echoed. Null gives an empty text. */
    public static String excerpt(String input) {
        if (input == null) {
            return "";
        }
        var shown = new StringBuilder();
        input.codePoints()
                .limit(EXCERPT)
                .map(c -> Character.isISOControl(c) || !Character.isDefined(c) || c >= 0xD800 && c <= 0xDFFF ? '?' : c)
                .forEach(shown::appendCodePoint);
        while (shown.length() > EXCERPT) {
            shown.setLength(shown.offsetByCodePoints(shown.length(), -1));
        }
        return shown.toString();
    }
}
