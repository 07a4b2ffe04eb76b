package rapport.kit.limits;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;

/**
 * Refuses bodies that are too large: by their announced length before a byte is read, and by counting when the length was not
 * announced (chunked) or is a lie.
 */
@Provider
@Priority(Priorities.ENTITY_CODER - 1)
public class BodyLimit implements ContainerRequestFilter, ReaderInterceptor {
    private final BodySize general;

    @Context
    ResourceInfo resource;

    BodyLimit(BodySize general) {
        this.general = general;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        long limit = limit(resource.getResourceMethod());
        if (announced(request.getHeaderString(HttpHeaders.CONTENT_LENGTH)) > limit) {
            throw new TooLarge(limit);
        }
    }

    // Not in the filter: bodies of methods that run on an event loop are only there after the filters.
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Counted(context.getInputStream(), limit(resource.getResourceMethod())));
        return context.proceed();
    }

    private long limit(Method method) {
        MaxBody own = method == null ? null : method.getAnnotation(MaxBody.class);
        return own == null ? general.limit() : own.value();
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
