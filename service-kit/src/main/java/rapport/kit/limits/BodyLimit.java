package rapport.kit.limits;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;

/**
 * Refuses bodies that are too large: by their announced length before a byte is read, and by counting when the length was not
 * announced (chunked).
 *
 * <p>A method that runs on an event loop gets its body after the filters and as a whole; {@link rapport.kit.json.JsonReader} looks at
 * its length then. Not a {@code ReaderInterceptor}: the container prepares for one by reading the annotations of the method from its
 * class file, for every request.
 */
@Provider
@Priority(Priorities.ENTITY_CODER - 1)
public class BodyLimit implements ContainerRequestFilter {
    private final BodySize sizes;

    @Context
    ResourceInfo resource;

    BodyLimit(BodySize sizes) {
        this.sizes = sizes;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        long limit = sizes.limit(method);
        if (announced(request.getHeaderString(HttpHeaders.CONTENT_LENGTH)) > limit) {
            throw new TooLarge(limit);
        }
        if (request.getHeaderString("Transfer-Encoding") != null && !onEventLoop(method)) {
            request.setEntityStream(new Counted(request.getEntityStream(), limit));
        }
    }

    private static boolean onEventLoop(Method method) {
        return method != null && method.isAnnotationPresent(NonBlocking.class);
    }

    private static long announced(String length) {
        try {
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static final class Counted extends FilterInputStream {
        private final long limit;
        private long read;

        Counted(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > limit) {
                throw new TooLarge(limit);
            }
        }
    }
}
