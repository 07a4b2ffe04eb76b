package rapport.kit.edit;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One member of a JSON merge patch (RFC 7396): left out, null, or a value. Patches are records of changes:
 *
 * <pre>{@code record SessionChange(Change<@NotBlank @Size(max = 200) String> title, Change<@Size(max = 80) String> track) {} }</pre>
 *
 * <p>Constraints on the type argument hold for a value and for null, and never for a member that was left out: a member that
 * must not be cleared is {@code @NotNull} or {@code @NotBlank}. An empty string is a value, it does not clear.
 */
public sealed interface Change<T> {

    /** The media type of merge patches, for {@code @Consumes}. */
    String MERGE_PATCH = "application/merge-patch+json";

    /** The member was left out: the current value stays. */
    record Absent<T>() implements Change<T> {
        private static final Absent<?> INSTANCE = new Absent<>();
    }

    /** The member was null: the current value is removed. */
    record Cleared<T>() implements Change<T> {
        private static final Cleared<?> INSTANCE = new Cleared<>();
    }

    /** The member has a new value, never null. */
    record Assigned<T>(T value) implements Change<T> {
        public Assigned {
            if (value == null) {
                throw new IllegalArgumentException("null clears, it is not a value");
            }
        }
    }

    @SuppressWarnings("unchecked")
    static <T> Change<T> absent() {
        return (Change<T>) Absent.INSTANCE;
    }

    @SuppressWarnings("unchecked")
    static <T> Change<T> cleared() {
        return (Change<T>) Cleared.INSTANCE;
    }

    static <T> Change<T> set(T value) {
        return new Assigned<>(value);
    }

    /** What the value is after this change; null when it is cleared. */
    default T or(T current) {
        return switch (this) {
            case Absent<T> a -> current;
            case Cleared<T> c -> null;
            case Assigned<T>(T value) -> value;
        };
    }

    /** The new value; null when there is none, which means that it is cleared or left out. */
    default T getValue() {
        return this instanceof Assigned<T>(T value) ? value : null;
    }

    /** Whether the member was left out. */
    default boolean isAbsent() {
        return this instanceof Absent<T>;
    }

    /** Whether the member was there, null or a value. */
    default boolean isPresent() {
        return !isAbsent();
    }

    /** Calls {@code setter} with the new value, or with null when it is cleared; does nothing when the member was left out. */
    default void ifPresent(Consumer<? super T> setter) {
        if (isPresent()) {
            setter.accept(or(null));
        }
    }

    /** The same change of another representation of the value. */
    default <R> Change<R> map(Function<? super T, ? extends R> conversion) {
        return switch (this) {
            case Absent<T> a -> absent();
            case Cleared<T> c -> cleared();
            case Assigned<T>(T value) -> set(conversion.apply(value));
        };
    }
}
