package rapport.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Turns what a resource method returns into the answer it becomes. */
@ApplicationScoped
class Answers {
    private static final List<String> KEPT = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private static final String JSON = MediaType.APPLICATION_JSON + ";charset=UTF-8";

    private final ObjectMapper mapper;

    Answers(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    StoredAnswer of(Method method, Object returned) {
        return switch (returned) {
            case Response response -> answer(response);
            case RestResponse<?> response -> answer(response.toResponse());
            case null -> new StoredAnswer(status(method, null), Map.of(), null);
            default ->
                new StoredAnswer(status(method, returned), Map.of(HttpHeaders.CONTENT_TYPE, JSON), body(returned));
        };
    }

    private StoredAnswer answer(Response response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT) {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        Object entity = response.getEntity();
        if (entity != null) {
            headers.putIfAbsent(HttpHeaders.CONTENT_TYPE, JSON);
        }
        return new StoredAnswer(response.getStatus(), headers, entity == null ? null : body(entity));
    }

    private byte[] body(Object entity) {
        try {
            return switch (entity) {
                case byte[] bytes -> bytes;
                case String text -> text.getBytes(StandardCharsets.UTF_8);
                default -> mapper.writeValueAsBytes(entity);
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that is stored must be JSON, text or bytes", e);
        }
    }

    /** The status of the answer. */
    int status(Method method, Object returned) {
        return switch (returned) {
            case Response response -> response.getStatus();
            case RestResponse<?> response -> response.getStatus();
            case null -> declared(method, 204);
            default -> declared(method, 200);
        };
    }

    private static int declared(Method method, int otherwise) {
        ResponseStatus declared = method.getAnnotation(ResponseStatus.class);
        return declared == null ? otherwise : declared.value();
    }
}
