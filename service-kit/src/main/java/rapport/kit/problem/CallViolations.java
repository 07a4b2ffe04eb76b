package rapport.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Violations that were found when a resource method was called: some are of the body, some of other parameters. */
final class CallViolations {
    private final Set<String> pathParameters;

    /** @param pathParameters the names in the template of the request's path */
    CallViolations(Set<String> pathParameters) {
        this.pathParameters = pathParameters;
    }

    /** The fault that a violation means to the caller; empty when the caller cannot be blamed for it. */
    Optional<Fault> fault(ConstraintViolation<?> violation) {
        var nodes = new ArrayList<Path.Node>();
        violation.getPropertyPath().forEach(nodes::add);
        if (nodes.size() < 2
                || nodes.get(0).getKind() != ElementKind.METHOD
                || nodes.get(1).getKind() != ElementKind.PARAMETER) {
            return Optional.empty();
        }
        Path.MethodNode method = nodes.get(0).as(Path.MethodNode.class);
        int index = nodes.get(1).as(Path.ParameterNode.class).getParameterIndex();
        List<Path.Node> rest = nodes.subList(2, nodes.size());
        return parameter(violation.getRootBeanClass(), method, index)
                .map(parameter -> Violations.fault(pointer(parameter, rest), violation));
    }

    private String pointer(Parameter parameter, List<Path.Node> rest) {
        Optional<String> named = named(parameter, parameter.getName());
        if (named.isPresent()) {
            return named.get();
        }
        if (pathParameters.contains(parameter.getName())) {
            return "path:" + parameter.getName();
        }
        if (!rest.isEmpty()) {
            Optional<String> member =
                    member(parameter.getType(), rest.getFirst().getName());
            if (member.isPresent()) {
                return member.get();
            }
        }
        return Violations.pointer("", rest);
    }

    /** The place of a component of a bean parameter; empty for a member of the body. */
    private static Optional<String> member(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .flatMap(field -> named(field, name));
    }

    private static Optional<String> named(AnnotatedElement element, String name) {
        if (element.isAnnotationPresent(QueryParam.class)) {
            return Optional.of(
                    "query:" + element.getAnnotation(QueryParam.class).value());
        }
        if (element.isAnnotationPresent(RestQuery.class)) {
            return Optional.of(
                    "query:" + orElse(element.getAnnotation(RestQuery.class).value(), name));
        }
        if (element.isAnnotationPresent(HeaderParam.class)) {
            return Optional.of(
                    "header:" + element.getAnnotation(HeaderParam.class).value());
        }
        if (element.isAnnotationPresent(RestHeader.class)) {
            return Optional.of(
                    "header:" + orElse(element.getAnnotation(RestHeader.class).value(), name));
        }
        if (element.isAnnotationPresent(PathParam.class)) {
            return Optional.of("path:" + element.getAnnotation(PathParam.class).value());
        }
        if (element.isAnnotationPresent(RestPath.class)) {
            return Optional.of(
                    "path:" + orElse(element.getAnnotation(RestPath.class).value(), name));
        }
        return Optional.empty();
    }

    private static String orElse(String value, String name) {
        return value == null || value.isEmpty() ? name : value;
    }

    private static Optional<Parameter> parameter(Class<?> bean, Path.MethodNode node, int index) {
        Class<?>[] types = node.getParameterTypes().toArray(Class<?>[]::new);
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            try {
                Method method = type.getDeclaredMethod(node.getName(), types);
                // The container's subclasses repeat the methods without their annotations.
                if (!type.isSynthetic() && !type.getName().endsWith("_Subclass")) {
                    return Optional.of(method.getParameters()[index]);
                }
            } catch (NoSuchMethodException e) {
                // declared further up
            }
        }
        return Optional.empty();
    }
}
