package rapport.kit.json;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import rapport.kit.id.Ids;
import rapport.kit.problem.Fault;
import rapport.kit.problem.Invalid;

/** Looks at the parts of an upload one by one, each as strictly as a body of its own, so that one's faults stay with it. */
@ApplicationScoped
public class Parts {
    private final JsonBodies bodies;

    Parts(JsonBodies bodies) {
        this.bodies = bodies;
    }

    /** A part that was looked at. */
    public sealed interface Checked<T> {}

    public record WellFormed<T>(T value) implements Checked<T> {}

    /** @param id the part's own id, for whoever sent it wants to know which one it was; null if not even that can be read */
    public record Malformed<T>(UUID id, List<Fault> faults) implements Checked<T> {}

    /**
     * One answer per part, in the order given.
     *
     * @param idMember the member of a part that is its id
     * @param id the same of a part that could be read
     */
    public <T> List<Checked<T>> check(List<Part<T>> parts, String idMember, Function<T, UUID> id) {
        return parts.stream().map(part -> check(part, idMember, id)).toList();
    }

    private <T> Checked<T> check(Part<T> part, String idMember, Function<T, UUID> id) {
        try {
            return new WellFormed<>(bodies.value(part));
        } catch (Invalid faulty) {
            UUID own =
                    switch (part) {
                        case Part.Readable<T>(T value) -> id.apply(value);
                        case Part.Unreadable<T>(JsonNode tree, var type) ->
                            uuid(tree.path(idMember).asText());
                    };
            return new Malformed<>(own, faulty.faults());
        }
    }

    private static UUID uuid(String text) {
        return Ids.isUuid(text) ? UUID.fromString(text) : null;
    }
}
