package rapport.kit.request;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Fault;
import rapport.kit.problem.Invalid;

/**
 * Refuses what the container would ignore or guess before a resource method sees it: unknown, repeated and unreadable query
 * parameters, path values that are no text, and a body without a media type.
 */
@Provider
public class StrictRequests implements ContainerRequestFilter {
    private final Map<Method, DeclaredParameters> declared = new ConcurrentHashMap<>();

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (hasBody(request) && request.getHeaderString(HttpHeaders.CONTENT_TYPE) == null) {
            throw new NotSupportedException();
        }
        for (List<String> values : request.getUriInfo().getPathParameters().values()) {
            if (values.stream().anyMatch(value -> QueryValues.objection(value).isPresent())) {
                throw new NotFoundException();
            }
        }
        Method method = resource.getResourceMethod();
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        if (method != null && !query.isEmpty()) {
            List<Fault> faults = faults(query, declared.computeIfAbsent(method, DeclaredParameters::of));
            if (!faults.isEmpty()) {
                throw new Invalid(faults);
            }
        }
    }

    private static List<Fault> faults(Map<String, List<String>> query, DeclaredParameters declared) {
        var faults = new ArrayList<Fault>();
        new TreeMap<>(query).forEach((name, values) -> {
            Class<?> type = declared.types().get(name);
            if (type == null) {
                faults.add(Fault.query(
                        DomainException.excerpt(name), "unknown-parameter", "This parameter is not known here."));
            } else if (values.size() > 1 && !declared.isMany(name)) {
                faults.add(Fault.query(name, "repeated", "This parameter can be given once only."));
            } else {
                values.forEach(value -> QueryValues.fault(name, type, value).ifPresent(faults::add));
            }
        });
        return faults;
    }

    private static boolean hasBody(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length != null ? !length.strip().equals("0") : request.getHeaderString("Transfer-Encoding") != null;
    }
}
