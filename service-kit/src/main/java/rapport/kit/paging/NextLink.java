package rapport.kit.paging;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Adds {@code Link: <?cursor=…&limit=…>; rel="next"} (RFC 8288) to every {@link Page} that has a next one. The reference is
 * only a query, with all other parameters repeated, so it is right behind any gateway prefix.
 */
@Provider
public class NextLink implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Page<?> page) || page.next() == null) {
            return;
        }
        var query = new StringJoiner("&", "?", "");
        var parameters = new TreeMap<>(request.getUriInfo().getQueryParameters());
        parameters.remove("cursor");
        query.add("cursor=" + encoded(page.next()));
        parameters.forEach((name, values) -> values.forEach(value -> query.add(encoded(name) + '=' + encoded(value))));
        response.getHeaders().add(HttpHeaders.LINK, "<" + query + ">; rel=\"next\"");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
