package rapport.kit.problem;

import java.util.Locale;

/**
 * The kinds of refusal and failure an API knows. The kind decides the HTTP status (RFC 9110) and the title of the rendered
 * {@link Problem}; what exactly was refused is told by the {@linkplain DomainException#code() code} and the detail.
 */
public enum ProblemKind {
    BAD_REQUEST(400, "Bad request"),
    UNAUTHENTICATED(401, "Not signed in"),
    FORBIDDEN(403, "Not allowed"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    CONFLICT(409, "Conflict"),
    PRECONDITION_FAILED(412, "Changed in the meantime"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    UNPROCESSABLE(422, "Cannot be processed"),
    PRECONDITION_REQUIRED(428, "Precondition required"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL(500, "Internal error"),
    UNAVAILABLE(503, "Temporarily unavailable");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }

    /** A short text for people, the same for every problem of this kind. */
    public String title() {
        return title;
    }

    /** The code of a problem that has no more precise one, for example {@code "not-found"}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with this HTTP status; for another status the nearest: 400 for a 4xx, 500 for everything else. */
    public static ProblemKind of(int status) {
        for (ProblemKind kind : values()) {
            if (kind.status == status) {
                return kind;
            }
        }
        return status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL;
    }
}
