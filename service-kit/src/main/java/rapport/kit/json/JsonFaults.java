package rapport.kit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Fault;
import rapport.kit.problem.Pointers;

/** Says what an exception of the JSON reader means to the caller. Messages of the reader name classes, so none is used. */
final class JsonFaults {

    private JsonFaults() {}

    static Fault of(JsonProcessingException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamConstraintsException) {
                return new Fault(
                        "", "too-complex", "The document is nested too deeply or has too long a number or name.");
            }
            if (cause instanceof InputCoercionException range) {
                return range(failure, range);
            }
            if (cause instanceof StreamReadException syntax) {
                return syntax(syntax);
            }
        }
        return failure instanceof JsonMappingException mapping
                ? mapped(mapping)
                : new Fault("", "malformed-json", "The body is not valid JSON.");
    }

    static String pointer(JsonMappingException failure) {
        String pointer = "";
        for (Reference step : failure.getPath()) {
            pointer = step.getFieldName() != null
                    ? Pointers.member(pointer, step.getFieldName())
                    : Pointers.element(pointer, step.getIndex());
        }
        return pointer;
    }

    private static Fault syntax(StreamReadException failure) {
        if (String.valueOf(failure.getOriginalMessage()).startsWith("Duplicate ")) {
            return new Fault("", "duplicate-property", "A property occurs twice" + place(failure) + ".");
        }
        return new Fault("", "malformed-json", "The body is not valid JSON" + place(failure) + ".");
    }

    private static Fault range(JsonProcessingException failure, InputCoercionException range) {
        String pointer = failure instanceof JsonMappingException mapping ? pointer(mapping) : "";
        return new Fault(pointer, "wrong-type", "Must be " + form(range.getTargetType()) + ".");
    }

    private static String place(StreamReadException failure) {
        var location = failure.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static Fault mapped(JsonMappingException failure) {
        String pointer = pointer(failure);
        return switch (failure) {
            case Refused refused -> new Fault(pointer, refused.code(), refused.getOriginalMessage());
            case UnrecognizedPropertyException unknown ->
                new Fault(pointer, "unknown-property", "This property is not known.");
            case MismatchedInputException mismatch when mismatch.getTargetType() != null -> mismatch(pointer, mismatch);
            default ->
                failure.getCause() instanceof DomainException refusal
                        ? new Fault(pointer, refusal.code(), refusal.detail())
                        : new Fault(pointer, "invalid", "The value is not acceptable.");
        };
    }

    private static Fault mismatch(String pointer, MismatchedInputException failure) {
        Class<?> type = failure.getTargetType();
        String message = String.valueOf(failure.getOriginalMessage());
        if (message.startsWith("Cannot map `null`") || message.startsWith("Cannot map null")) {
            return new Fault(pointer, "required", "A value is required.");
        }
        if (type.isEnum()) {
            String known =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
            return new Fault(pointer, "unknown-value", "Must be one of " + known + ".");
        }
        return new Fault(pointer, "wrong-type", "Must be " + form(type) + ".");
    }

    private static String form(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class
                || type == short.class) {
            return "a whole number in range";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        return type == String.class ? "a text, written as a string" : "an object";
    }
}
