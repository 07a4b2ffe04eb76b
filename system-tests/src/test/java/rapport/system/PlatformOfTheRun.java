package rapport.system;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one platform to every test class; JUnit closes it, and with it all its processes, after the last test. */
final class PlatformOfTheRun implements ParameterResolver {
    private static final Namespace OURS = Namespace.create(PlatformOfTheRun.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(Platform.class, nothing -> Platform.start(), Platform.class);
    }
}
