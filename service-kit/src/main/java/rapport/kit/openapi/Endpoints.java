package rapport.kit.openapi;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** What the source says about an operation and the OpenAPI model does not. */
final class Endpoints {
    private static final DotName IDEMPOTENT = DotName.createSimple("rapport.kit.idempotency.Idempotent");
    private static final DotName PERMIT_ALL = DotName.createSimple("jakarta.annotation.security.PermitAll");
    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");

    private final Set<String> idempotent;
    private final Set<String> open;
    private final Set<String> silent;

    Endpoints(IndexView index) {
        idempotent = operations(index, IDEMPOTENT);
        open = operations(index, PERMIT_ALL);
        silent = index.getAnnotations(OPERATION).stream()
                .filter(instance -> instance.target().kind() == AnnotationTarget.Kind.METHOD)
                .map(instance -> instance.target().asMethod())
                .filter(method -> method.returnType().kind() == Type.Kind.VOID)
                .map(Endpoints::id)
                .collect(Collectors.toSet());
    }

    boolean isIdempotent(String operationId) {
        return idempotent.contains(operationId);
    }

    /** Whether nobody needs to be signed in. */
    boolean isOpen(String operationId) {
        return open.contains(operationId);
    }

    /** Whether there is nothing in its answer but the status. */
    boolean answersNothing(String operationId) {
        return silent.contains(operationId);
    }

    private static Set<String> operations(IndexView index, DotName annotation) {
        var ids = new HashSet<String>();
        for (var instance : index.getAnnotations(annotation)) {
            if (instance.target().kind() == AnnotationTarget.Kind.METHOD) {
                ids.add(id(instance.target().asMethod()));
            } else if (instance.target().kind() == AnnotationTarget.Kind.CLASS) {
                instance.target().asClass().methods().forEach(method -> ids.add(id(method)));
            }
        }
        return ids;
    }

    private static String id(MethodInfo method) {
        var operation = method.annotation(OPERATION);
        if (operation != null && operation.value("operationId") != null) {
            return operation.value("operationId").asString();
        }
        return method.declaringClass().name().withoutPackagePrefix() + '_' + method.name();
    }
}
