package rapport.kit.outbox;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The topics that this service declares. */
@ApplicationScoped
class Topics {
    private final Map<String, TopicSpec> declared = new TreeMap<>();

    Topics(@All List<TopicSpec> specs) {
        specs.forEach(spec -> declared.put(spec.name(), spec));
    }

    List<TopicSpec> all() {
        return List.copyOf(declared.values());
    }

    /** A fact of an undeclared topic would stop the relay for good, so it does not get as far as the table. */
    void require(String topic) {
        if (!declared.containsKey(topic)) {
            throw new IllegalArgumentException("topic " + topic + " is not declared by a TopicSpec bean");
        }
    }
}
