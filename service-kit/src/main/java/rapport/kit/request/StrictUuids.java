package rapport.kit.request;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.UUID;
import rapport.kit.id.Ids;

/** Reads ids in paths and queries in their one spelling; Java's own reader takes {@code 1-1-1-1-1} as well. */
@Provider
public class StrictUuids implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return type == UUID.class ? (ParamConverter<T>) new Converter() : null;
    }

    private static final class Converter implements ParamConverter<UUID> {
        @Override
        public UUID fromString(String value) {
            if (value == null || value.isEmpty()) {
                return null;
            }
            if (!Ids.isUuid(value)) {
                throw new IllegalArgumentException("not a UUID");
            }
            return UUID.fromString(value);
        }

        @Override
        public String toString(UUID value) {
            return value.toString();
        }
    }
}
