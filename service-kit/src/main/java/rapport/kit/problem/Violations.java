package rapport.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns violations of Bean Validation into {@link Fault}s: where they are in the body, never what Java calls it. */
public final class Violations {

    private Violations() {}

    /** The faults of a body that was validated as a bean, in the order of their pointers. */
    public static List<Fault> ofBody(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(violation -> fault(pointer("", violation.getPropertyPath()), violation))
                .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::code))
                .toList();
    }

    /** The pointer that a path has below {@code root}. */
    static String pointer(String root, Iterable<Path.Node> path) {
        String pointer = root;
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer = Pointers.element(pointer, node.getIndex());
            } else if (node.getKey() != null) {
                pointer = Pointers.member(pointer, node.getKey().toString());
            }
            if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                pointer = Pointers.member(pointer, node.getName());
            }
        }
        return pointer;
    }

    static Fault fault(String pointer, ConstraintViolation<?> violation) {
        String message = violation.getMessage();
        String sentence = message.isEmpty()
                ? "The value is not acceptable."
                : message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
        return new Fault(pointer, code(violation), sentence.endsWith(".") ? sentence : sentence + '.');
    }

    private static String code(ConstraintViolation<?> violation) {
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        return switch (constraint) {
            case NotNull n -> "required";
            case NotBlank n -> violation.getInvalidValue() == null ? "required" : "blank";
            case NotEmpty n -> violation.getInvalidValue() == null ? "required" : "empty";
            case Size size -> size(violation, size);
            default ->
                violation.getConstraintDescriptor().getAttributes().get("code") instanceof String own
                        ? own
                        : kebab(constraint.annotationType().getSimpleName());
        };
    }

    private static String size(ConstraintViolation<?> violation, Size size) {
        int length =
                switch (violation.getInvalidValue()) {
                    case String text -> text.codePointCount(0, text.length());
                    case Collection<?> many -> many.size();
                    case Map<?, ?> map -> map.size();
                    case null, default -> 0;
                };
        return length > size.max() ? "too-long" : "too-short";
    }

    private static String kebab(String camelCase) {
        var words = new ArrayList<String>();
        for (String word : camelCase.split("(?=[A-Z])")) {
            words.add(word.toLowerCase(Locale.ROOT));
        }
        return String.join("-", words);
    }
}
