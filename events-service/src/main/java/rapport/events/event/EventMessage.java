package rapport.events.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import rapport.kit.outbox.Fact;

/** What the other services learn about events. */
sealed interface EventMessage {
    String TOPIC = "rapport.event.v1";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventChanged(
            UUID eventId,
            long version,
            UUID organizationId,
            String name,
            String slug,
            EventKind kind,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            String zone,
            Instant startInstant,
            Instant endInstant,
            String venue,
            EventStatus status,
            ContactMode contactMode,
            int followUpWindowDays)
            implements EventMessage {}

    record EventDeleted(UUID id, long version) implements EventMessage {}

    /** One version after the last state. */
    static Fact deleted(Event event) {
        return fact(new EventDeleted(event.id(), event.version() + 1));
    }

    static Fact changed(Event event) {
        Period period = event.period();
        return fact(new EventChanged(
                event.id(),
                event.version(),
                event.organizationId(),
                event.name(),
                event.slug(),
                event.kind(),
                period.startsAt(),
                period.endsAt(),
                event.zone(),
                period.startInstant(),
                period.endInstant(),
                event.venue(),
                event.status(),
                event.contactMode(),
                event.followUpWindowDays()));
    }

    private static Fact fact(EventMessage message) {
        return switch (message) {
            case EventChanged changed ->
                new Fact(TOPIC, changed.eventId(), changed.version(), "event.changed.v1", changed);
            case EventDeleted deleted -> new Fact(TOPIC, deleted.id(), deleted.version(), "event.deleted.v1", deleted);
        };
    }
}
