package rapport.kit.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The page a caller asks for: {@code list(@BeanParam @Valid PageRequest page)}.
 *
 * @param limit rows per page, 1 to 200, 50 when not given; anything else is 400
 * @param cursor where the page begins, from {@link Page#next()}; null for the first page
 */
public record PageRequest(
        @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) @Parameter(description = "Rows per page.")
        int limit,

        @QueryParam("cursor") @Parameter(description = "Opaque cursor of the page, from the previous page's next.")
        String cursor) {

    /** How many rows to fetch: one more than is shown, to know whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    /** Whether this is the first page. */
    public boolean isFirst() {
        return cursor == null || cursor.isEmpty();
    }
}
