package rapport.kit.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Says which members an answer always has, so that a generated client need not ask for what is never missing. A record is
 * written with all its components; one that leaves out what is null ({@code @JsonInclude}) has those that are not declared
 * nullable, and a component that says so of itself may always be missing. Requests are left alone: there the constraints
 * tell what is required.
 */
final class Answers {
    private static final DotName INCLUDE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

    private final IndexView index;
    private final OpenAPI document;
    private final Map<String, Schema> schemas;

    Answers(IndexView index, OpenAPI document) {
        this.index = index;
        this.document = document;
        this.schemas = document.getComponents().getSchemas();
    }

    void complete() {
        Set<String> answered = new HashSet<>();
        Set<String> asked = new HashSet<>();
        for (var path : document.getPaths().getPathItems().values()) {
            for (var operation : path.getOperations().values()) {
                if (operation.getRequestBody() != null) {
                    reach(operation.getRequestBody().getContent(), asked);
                }
                if (operation.getResponses() != null) {
                    operation
                            .getResponses()
                            .getAPIResponses()
                            .values()
                            .forEach(one -> reach(one.getContent(), answered));
                }
            }
        }
        answered.removeAll(asked);
        answered.forEach(name -> require(name, schemas.get(name)));
    }

    private void reach(Content content, Set<String> names) {
        if (content != null) {
            content.getMediaTypes().values().forEach(type -> reach(type.getSchema(), names));
        }
    }

    private void reach(Schema schema, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(Schemas.PREFIX.length());
            if (names.add(name)) {
                reach(schemas.get(name), names);
            }
        }
        reach(schema.getItems(), names);
        reach(schema.getAdditionalPropertiesSchema(), names);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> reach(property, names));
        }
        for (List<Schema> alternatives : alternatives(schema)) {
            alternatives.forEach(one -> reach(one, names));
        }
    }

    private static List<List<Schema>> alternatives(Schema schema) {
        var lists = new ArrayList<List<Schema>>();
        for (List<Schema> one : new List[] {schema.getAllOf(), schema.getAnyOf(), schema.getOneOf()}) {
            if (one != null) {
                lists.add(one);
            }
        }
        return lists;
    }

    private void require(String name, Schema schema) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        Collection<ClassInfo> written = records(name, schema.getProperties().keySet());
        if (written.size() != 1) {
            return;
        }
        ClassInfo type = written.iterator().next();
        boolean leavesOut = type.hasDeclaredAnnotation(INCLUDE);
        schema.setRequired(schema.getProperties().entrySet().stream()
                .filter(member -> !type.field(member.getKey()).hasAnnotation(INCLUDE))
                .filter(member -> !leavesOut || !isNullable(member.getValue()))
                .map(Map.Entry::getKey)
                .toList());
    }

    /** The index of an application is made of several, which know some classes each: by name, so that each counts once. */
    private Collection<ClassInfo> records(String name, Set<String> members) {
        return index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(one -> name.startsWith(schemaName(one)))
                .filter(one -> members.equals(new HashSet<>(one.recordComponents().stream()
                        .map(RecordComponentInfo::name)
                        .toList())))
                .collect(Collectors.toMap(ClassInfo::name, Function.identity(), (one, same) -> one))
                .values();
    }

    private static String schemaName(ClassInfo type) {
        var schema = type.declaredAnnotation(SCHEMA);
        boolean named = schema != null && schema.value("name") != null;
        return named ? schema.value("name").asString() : type.simpleName();
    }

    private static boolean isNullable(Schema schema) {
        return holdsNull(schema)
                || schema.getAnyOf() != null && schema.getAnyOf().stream().anyMatch(Answers::holdsNull);
    }

    private static boolean holdsNull(Schema schema) {
        return schema.getType() != null && schema.getType().contains(SchemaType.NULL);
    }
}
