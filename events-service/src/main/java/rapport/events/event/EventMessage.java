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

    static Fact changed(Event event) {
        Period period = event.period();
        return fact(
                event,
                new EventChanged(
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

    private static Fact fact(Event event, EventMessage body) {
        String type =
                switch (body) {
                    case EventChanged changed -> "event.changed.v1";
                };
        return new Fact(TOPIC, event.id(), event.version(), type, body);
    }
}
