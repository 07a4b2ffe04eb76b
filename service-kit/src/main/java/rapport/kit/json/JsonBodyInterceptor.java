package rapport.kit.json;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;

/** Hands JSON bodies to {@link JsonBodies} instead of the container's reader, which stops at the first fault. */
@Provider
public class JsonBodyInterceptor implements ReaderInterceptor {
    private static final Set<Class<?>> RAW =
            Set.of(String.class, byte[].class, InputStream.class, File.class, Path.class);

    private final JsonBodies bodies;

    JsonBodyInterceptor(JsonBodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException, WebApplicationException {
        MediaType media = context.getMediaType();
        if (RAW.contains(context.getType()) || !isJson(media)) {
            return context.proceed();
        }
        String charset = media.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw new WebApplicationException(415);
        }
        return bodies.read(context.getInputStream().readAllBytes(), context.getGenericType());
    }

    private static boolean isJson(MediaType media) {
        return media.getType().equals("application")
                && (media.getSubtype().equals("json") || media.getSubtype().endsWith("+json"));
    }
}
