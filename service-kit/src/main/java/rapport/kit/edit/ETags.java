package rapport.kit.edit;

import java.util.List;
import java.util.regex.Pattern;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Fault;
import rapport.kit.problem.Invalid;
import rapport.kit.problem.ProblemKind;

/** Entity tags (RFC 9110, 8.8.3) made from the version of an aggregate, and the precondition that uses them. */
public final class ETags {
    private static final Pattern LIST =
            Pattern.compile("\\s*(?:W/)?\"[\\x21\\x23-\\x7E]*\"(?:\\s*,\\s*(?:W/)?\"[\\x21\\x23-\\x7E]*\")*\\s*");
    private static final int MAX_LENGTH = 1000;

    private ETags() {}

    /** The strong tag of a version: {@code "v3"} with its quotes. */
    public static String of(long version) {
        return "\"v" + version + "\"";
    }

    /** The strong tag of a state that has no single version; {@code edition} is ASCII without quotes and spaces. */
    public static String of(String edition) {
        return '"' + edition + '"';
    }

    /** Whether the header {@code If-None-Match} names this tag, so that 304 is the answer; weak tags match here. */
    public static boolean matches(String ifNoneMatch, String etag) {
        if (ifNoneMatch == null || ifNoneMatch.length() > MAX_LENGTH) {
            return false;
        }
        for (String tag : ifNoneMatch.split(",")) {
            String known = tag.strip();
            if (known.equals("*") || (known.startsWith("W/") ? known.substring(2) : known).equals(etag)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Lets a change pass only if the caller has seen the current version.
     *
     * @param ifMatch the header {@code If-Match}: a tag, a list of tags, or {@code *}; null when it was not sent
     * @throws DomainException 428 when the header is missing, 412 when it names another version, 400 when it is malformed
     */
    public static void require(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Missing();
        }
        if (ifMatch.strip().equals("*")) {
            return;
        }
        if (ifMatch.length() > MAX_LENGTH || !LIST.matcher(ifMatch).matches()) {
            throw Invalid.of("header:If-Match", "malformed", "If-Match must be an entity tag such as " + of(1) + ".");
        }
        // Weak tags never match here: If-Match compares strongly.
        for (String tag : ifMatch.split(",")) {
            if (tag.strip().equals(of(version))) {
                return;
            }
        }
        throw new Stale();
    }

    private static final class Missing extends DomainException {
        Missing() {
            super(
                    ProblemKind.PRECONDITION_REQUIRED,
                    "precondition-required",
                    "Send the ETag of the version you have seen as If-Match.",
                    List.of(Fault.header("If-Match", "required", "The header is required.")));
        }
    }

    private static final class Stale extends DomainException {
        Stale() {
            super(
                    ProblemKind.PRECONDITION_FAILED,
                    "stale-version",
                    "It was changed since you have read it. Read it again, then repeat the change.");
        }
    }
}
