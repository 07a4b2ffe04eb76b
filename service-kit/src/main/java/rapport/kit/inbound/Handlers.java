package rapport.kit.inbound;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

    Set<String> topicsReadAnew() {
        return byTopic.values().stream()
                .filter(MessageHandler::readAnewAtEveryStart)
                .map(MessageHandler::topic)
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<MessageHandler> of(String topic) {
        return Optional.ofNullable(byTopic.get(topic));
    }
}
