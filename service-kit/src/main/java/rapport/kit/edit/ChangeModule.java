package rapport.kit.edit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Reads {@link Change}: a member that is left out, one that is null, and one that has a value are three things. */
public final class ChangeModule extends SimpleModule {

    public ChangeModule() {
        super("rapport-change");
        addDeserializer(Change.class, new Reader(null));
        addSerializer(new Writer());
    }

    private static final class Reader extends JsonDeserializer<Change<?>> implements ContextualDeserializer {
        private final JsonDeserializer<?> delegate;

        Reader(JsonDeserializer<?> delegate) {
            this.delegate = delegate;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property)
                throws com.fasterxml.jackson.databind.JsonMappingException {
            JavaType type = context.getContextualType().containedTypeOrUnknown(0);
            return new Reader(context.findContextualValueDeserializer(type, property));
        }

        @Override
        public Change<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Object read = delegate.deserialize(parser, context);
            return read == null ? Change.cleared() : Change.set(read);
        }

        @Override
        public Change<?> getNullValue(DeserializationContext context) {
            return Change.cleared();
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Change.absent();
        }
    }

    /** Only for comparing and storing: an absent member shows as null inside a record that is written. */
    private static final class Writer extends StdSerializer<Change<?>> {
        Writer() {
            super(Change.class, false);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, Change<?> change) {
            return change.isAbsent();
        }

        @Override
        public void serialize(Change<?> change, JsonGenerator out, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(change.or(null), out);
        }
    }
}
