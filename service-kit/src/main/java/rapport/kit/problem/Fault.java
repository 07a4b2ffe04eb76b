package rapport.kit.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where: a JSON pointer (RFC 6901) into the body ({@code "/sessions/3/title"}, {@code ""} for the body as a
 *     whole), or {@code "query:limit"}, {@code "path:id"}, {@code "header:If-Match"}
 * @param code what, for programs: {@code "required"}, {@code "too-long"}, {@code "unknown-property"}; stable
 * @param message what, for people: an English sentence without names of classes or methods
 */
@Schema(requiredProperties = {"pointer", "code", "message"})
public record Fault(String pointer, String code, String message) {

    /** A fault of a query parameter. */
    public static Fault query(String name, String code, String message) {
        return new Fault("query:" + name, code, message);
    }

    /** A fault of a request header. */
    public static Fault header(String name, String code, String message) {
        return new Fault("header:" + name, code, message);
    }
}
