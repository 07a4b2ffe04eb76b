package rapport.kit.paging;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list. The kit's response filter adds {@code Link: <?…cursor=…>; rel="next"} (RFC 8288) when there is a next
 * page.
 *
 * @param items the rows, in the list's order; never null
 * @param next opaque cursor of the next page; null on the last one
 * @param changes opaque token for {@code changedSince}; null for lists without change tracking
 */
@Schema(requiredProperties = {"items", "next", "changes"})
public record Page<T>(
        List<T> items,

        @Schema(nullable = true, description = "Opaque cursor of the next page, null on the last one.")
        String next,

        @Schema(nullable = true, description = "Opaque token to be sent as changedSince, if the list tracks changes.")
        String changes) {

    public Page {
        items = List.copyOf(items);
    }

    /** The only page of a short list. */
    public static <T> Page<T> of(List<T> items) {
        return new Page<>(items, null, null);
    }

    /**
     * A page from rows that were fetched with {@code limit + 1}: the surplus row only shows that there is a next page.
     *
     * @param cursor gives the cursor that continues after a row
     * @param view turns a row into what is answered
     */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, String> cursor, Function<R, T> view) {
        List<R> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next = rows.size() > limit ? cursor.apply(shown.getLast()) : null;
        return new Page<>(shown.stream().map(view).toList(), next, null);
    }

    /**
     * As {@link #of(List, int, Function, Function)}, with rows from one stretch of the list only, so that what one request looks through
     * is bounded: when the stretch is at its end before the page is full, the next page begins behind it. Such a page may hold fewer rows
     * than asked for, even none, and still have a next one.
     *
     * @param behind the cursor behind the stretch; null when the list ends with it
     */
    public static <R, T> Page<T> ofStretch(
            List<R> rows, int limit, Function<R, String> cursor, Function<R, T> view, String behind) {
        Page<T> page = of(rows, limit, cursor, view);
        return page.next() == null ? new Page<>(page.items(), behind, null) : page;
    }

    /** The same page with a token for {@code changedSince}. */
    public Page<T> withChanges(String token) {
        return new Page<>(items, next, token);
    }
}
