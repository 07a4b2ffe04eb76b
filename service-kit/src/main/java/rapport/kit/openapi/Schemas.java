package rapport.kit.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Makes schemas say what is on the wire. A {@code Change<T>} is a nullable T there, a local date and time has no offset, and
 * the problem document and its faults are part of every contract.
 */
final class Schemas {
    static final String PREFIX = "#/components/schemas/";

    private final OpenAPI document;
    private final Map<String, Schema> schemas = new TreeMap<>();

    Schemas(OpenAPI document) {
        this.document = document;
        if (document.getComponents().getSchemas() != null) {
            schemas.putAll(document.getComponents().getSchemas());
        }
    }

    void complete() {
        schemas.values().forEach(this::inlineChanges);
        schemas.values().removeIf(Schemas::isChange);
        schemas.values().forEach(Schemas::leaveTypeToReference);
        schemas.putIfAbsent("Fault", object("pointer", "code", "message"));
        schemas.putIfAbsent("Problem", problem());
        if (schemas.containsKey("LocalDateTime")) {
            schemas.put(
                    "LocalDateTime",
                    text().description("Local date and time without offset; the zone is told apart.")
                            .pattern("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?$")
                            .addExample("2026-11-20T09:00:00"));
        }
        document.getComponents().setSchemas(schemas);
    }

    /**
     * The scanner writes a type beside a reference. That says the same twice, and where the property may be null it says
     * something else: what is referred to is not null.
     */
    private static void leaveTypeToReference(Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        Map<String, Schema> properties = new LinkedHashMap<>(schema.getProperties());
        properties.replaceAll((name, property) -> {
            if (property.getRef() != null && property.getType() != null) {
                boolean nullable = property.getType().contains(SchemaType.NULL);
                property.setType(null);
                return nullable ? nullable(property) : property;
            }
            if (property.getAnyOf() != null) {
                property.setType(null);
            }
            return property;
        });
        schema.setProperties(properties);
    }

    private void inlineChanges(Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        Map<String, Schema> changed = new LinkedHashMap<>(schema.getProperties());
        changed.replaceAll((name, property) -> {
            Schema target = property.getRef() == null
                    ? null
                    : schemas.get(property.getRef().substring(PREFIX.length()));
            return target != null && isChange(target)
                    ? nullable(target.getProperties().get("value"))
                    : property;
        });
        schema.setProperties(changed);
    }

    /** The scanner sees the getters of the interface. */
    private static boolean isChange(Schema schema) {
        return schema.getProperties() != null
                && schema.getProperties().keySet().equals(Set.of("absent", "present", "value"));
    }

    private static Schema nullable(Schema value) {
        if (value.getRef() != null || value.getType() == null) {
            return OASFactory.createSchema()
                    .addAnyOf(value)
                    .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        }
        var types = new ArrayList<>(value.getType());
        if (!types.contains(SchemaType.NULL)) {
            types.add(SchemaType.NULL);
        }
        value.setType(types);
        return value;
    }

    private static Schema problem() {
        Schema problem = object("type", "title", "detail", "code", "traceId")
                .description("What every answer that is not a success looks like (RFC 9457).")
                .addProperty(
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).format("int32"))
                .addRequired("status")
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref(PREFIX + "Fault")));
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "urn:rapport:problem:validation");
        example.put("title", "Bad request");
        example.put("status", 400);
        example.put("detail", "The request has 1 fault.");
        example.put("code", "validation");
        example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        var fault = new LinkedHashMap<String, Object>();
        fault.put("pointer", "/title");
        fault.put("code", "required");
        fault.put("message", "Must not be null.");
        example.put("errors", List.of(fault));
        problem.addExample(example);
        return problem;
    }

    private static Schema object(String... texts) {
        Schema object = OASFactory.createSchema().addType(SchemaType.OBJECT);
        for (String name : texts) {
            object.addProperty(name, text());
            object.addRequired(name);
        }
        return object;
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
