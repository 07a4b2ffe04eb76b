package rapport.kit.testing;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The texts that classes keep as constants, alone or in lists: for tests of what all statements of a package speak of. */
public final class Constants {
    private Constants() {}

    public static List<String> of(Class<?>... classes) {
        var texts = new ArrayList<String>();
        for (Class<?> one : classes) {
            for (Field field : one.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    add(texts, value(field));
                }
            }
        }
        return texts;
    }

    private static Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(List<String> texts, Object value) {
        if (value instanceof String text) {
            texts.add(text);
        } else if (value instanceof Collection<?> several) {
            several.forEach(one -> add(texts, one));
        }
    }
}
