package rapport.kit.inbound;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The handlers of this service by topic. */
@ApplicationScoped
class Handlers {
    private final TreeMap<String, MessageHandler> byTopic = new TreeMap<>();

    Handlers(@All List<MessageHandler> handlers) {
        for (MessageHandler handler : handlers) {
            if (byTopic.put(handler.topic(), handler) != null) {
                throw new IllegalStateException("more than one handler for topic " + handler.topic());
            }
        }
    }

    Set<String> topics() {
        return byTopic.keySet();
    }

    Optional<MessageHandler> of(String topic) {
        return Optional.ofNullable(byTopic.get(topic));
    }
}
