package rapport.kit.json;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Set;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import rapport.kit.limits.BodySize;
import rapport.kit.limits.TooLarge;

/** Hands JSON bodies to {@link JsonBodies}, in place of the container's reader, which stops at the first fault. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
public class JsonReader implements ServerMessageBodyReader<Object> {
    private static final Set<Class<?>> RAW =
            Set.of(String.class, byte[].class, InputStream.class, File.class, Path.class);

    private final JsonBodies bodies;
    private final BodySize sizes;

    JsonReader(JsonBodies bodies, BodySize sizes) {
        this.bodies = bodies;
        this.sizes = sizes;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, ResteasyReactiveResourceInfo method, MediaType media) {
        return isReadable(type);
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isReadable(type);
    }

    private static boolean isReadable(Class<?> type) {
        return !RAW.contains(type);
    }

    @Override
    public Object readFrom(Class<Object> type, Type generic, MediaType media, ServerRequestContext request)
            throws IOException {
        byte[] document = request.getInputStream().readAllBytes();
        long limit = sizes.limit(request.getResteasyReactiveResourceInfo().getMethod());
        if (document.length > limit) {
            throw new TooLarge(limit);
        }
        return read(document, generic, media);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(body.readAllBytes(), generic, media);
    }

    private Object read(byte[] document, Type type, MediaType media) {
        String charset = media.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw new WebApplicationException(415);
        }
        return bodies.read(document, type);
    }
}
