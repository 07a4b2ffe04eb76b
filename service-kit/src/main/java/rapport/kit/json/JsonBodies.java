package rapport.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rapport.kit.problem.Fault;
import rapport.kit.problem.Invalid;
import rapport.kit.problem.Violations;

/**
 * Reads JSON documents strictly. A document without faults is read once. One with faults is read again without the faulty
 * members until nothing more is found, because a caller wants to hear of all faults at once.
 */
@ApplicationScoped
public class JsonBodies {
    private static final int MOST_FAULTS = 50;

    private final ObjectMapper mapper;
    private final Validator validator;

    JsonBodies(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * The document as a value of {@code type}, never null. Constraints are not checked as long as everything is readable.
     *
     * @throws Invalid with every fault when it is not readable
     */
    public Object read(byte[] document, Type type) {
        if (document.length == 0) {
            throw Invalid.of("", "required", "A JSON body is required.");
        }
        requireUtf8(document);
        JavaType target = mapper.constructType(type);
        try {
            return required(parse(document, reader(target)));
        } catch (PartReader.Faulty e) {
            return oneByOne(document, target);
        } catch (JsonProcessingException e) {
            throw new Invalid(faults(document, target, e));
        }
    }

    /**
     * The value of a part, whose constraints hold.
     *
     * @throws Invalid with every fault; pointers are relative to the part
     */
    public <T> T value(Part<T> part) {
        return switch (part) {
            case Part.Readable<T>(T value) -> sound(value);
            case Part.Unreadable<T>(JsonNode tree, JavaType type) ->
                throw new Invalid(faults(required(tree).deepCopy(), type));
        };
    }

    private <T> T sound(T value) {
        List<Fault> faults = Violations.ofBody(validator.validate(value));
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return value;
    }

    private Object oneByOne(byte[] document, JavaType target) {
        try {
            return required(parse(document, patient(target)));
        } catch (JsonProcessingException e) {
            throw new Invalid(faults(document, target, e));
        }
    }

    private Object parse(byte[] document, ObjectReader reader) throws JsonProcessingException {
        try (JsonParser parser = mapper.createParser(document)) {
            Object value = reader.readValue(parser);
            if (parser.nextToken() != null) {
                throw Invalid.of("", "trailing-content", "Something follows after the JSON value.");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("an array is read without input", e);
        }
    }

    private ObjectReader reader(JavaType target) {
        return mapper.readerFor(target).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** One that does not give up for the sake of a part. */
    private ObjectReader patient(JavaType target) {
        return reader(target).withAttribute(PartReader.ONE_BY_ONE, true);
    }

    private List<Fault> faults(byte[] document, JavaType target, JsonProcessingException first) {
        Fault fault = JsonFaults.of(first);
        if (!(first instanceof JsonMappingException) || fault.pointer().isEmpty()) {
            return List.of(fault);
        }
        try {
            return faults(mapper.readTree(document), target);
        } catch (JsonProcessingException e) {
            return List.of(JsonFaults.of(e));
        } catch (IOException e) {
            throw new IllegalStateException("an array is read without input", e);
        }
    }

    private List<Fault> faults(JsonNode tree, JavaType target) {
        Map<String, Fault> found = new LinkedHashMap<>();
        while (found.size() < MOST_FAULTS) {
            try {
                Object value = patient(target).readValue(tree);
                if (value != null) {
                    Violations.ofBody(validator.validate(value)).stream()
                            .filter(fault -> found.keySet().stream().noneMatch(place -> covers(place, fault.pointer())))
                            .toList()
                            .forEach(fault -> found.putIfAbsent(fault.pointer(), fault));
                }
                break;
            } catch (JsonMappingException e) {
                Fault fault = JsonFaults.of(e);
                if (found.putIfAbsent(fault.pointer(), fault) != null || !remove(tree, e.getPath())) {
                    break;
                }
            } catch (IOException e) {
                throw new IllegalStateException("a tree is read without input", e);
            }
        }
        return List.copyOf(found.values());
    }

    private static boolean covers(String place, String pointer) {
        return pointer.equals(place) || pointer.startsWith(place + '/');
    }

    private static boolean remove(JsonNode tree, List<Reference> path) {
        JsonNode parent = tree;
        for (int i = 0; i < path.size() - 1; i++) {
            Reference step = path.get(i);
            parent = step.getFieldName() != null ? parent.path(step.getFieldName()) : parent.path(step.getIndex());
        }
        if (path.isEmpty()) {
            return false;
        }
        Reference last = path.getLast();
        return switch (parent) {
            case ObjectNode object -> object.remove(last.getFieldName()) != null;
            case ArrayNode array -> array.setNull(last.getIndex()) != null;
            default -> false;
        };
    }

    private static <T> T required(T value) {
        if (value == null || value instanceof NullNode) {
            throw Invalid.of("", "required", "A JSON body is required.");
        }
        return value;
    }

    private static void requireUtf8(byte[] document) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
            for (byte b : document) {
                if (b == 0) {
                    // UTF-16 and UTF-32, which the parser would recognise, have zero bytes; JSON in UTF-8 has none.
                    throw Invalid.of("", "malformed-json", "The body is not JSON in UTF-8.");
                }
            }
        } catch (CharacterCodingException e) {
            throw Invalid.of("", "malformed-utf8", "The body is not valid UTF-8.");
        }
    }
}
