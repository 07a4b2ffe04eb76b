package rapport.kit.request;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that a resource method declares, with the type of each. */
record DeclaredParameters(Map<String, Class<?>> types) {

    static DeclaredParameters of(Method method) {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                fields(parameter.getType(), types);
            } else {
                add(parameter, parameter.getName(), parameter.getType(), types);
            }
        }
        return new DeclaredParameters(Map.copyOf(types));
    }

    /** Whether the parameter may occur more than once. */
    boolean isMany(String name) {
        return Collection.class.isAssignableFrom(types.get(name))
                || types.get(name).isArray();
    }

    private static void fields(Class<?> bean, Map<String, Class<?>> types) {
        for (Class<?> type = bean;
                type != null && type != Object.class && type != Record.class;
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(BeanParam.class)) {
                    fields(field.getType(), types);
                } else if (!Modifier.isStatic(field.getModifiers())) {
                    add(field, field.getName(), field.getType(), types);
                }
            }
        }
    }

    private static void add(AnnotatedElement element, String javaName, Class<?> type, Map<String, Class<?>> types) {
        if (element.isAnnotationPresent(QueryParam.class)) {
            types.put(element.getAnnotation(QueryParam.class).value(), type);
        } else if (element.isAnnotationPresent(RestQuery.class)) {
            String name = element.getAnnotation(RestQuery.class).value();
            types.put(name == null || name.isEmpty() ? javaName : name, type);
        }
    }
}
