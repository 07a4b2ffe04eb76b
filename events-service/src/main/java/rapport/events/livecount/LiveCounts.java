package rapport.events.livecount;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who has come and who is in, as the log of check-ins tells it. */
@Schema(
        requiredProperties = {"eventId", "expected", "entered", "inside", "pending", "rooms", "sessions", "gates"},
        examples = """
                {"eventId": "0199a4f0-6b00-7c10-8a00-000000000e01", "expected": 1500, "entered": 1204, "inside": 1187, "pending": 0,
                 "rooms": [{"room": "Festsaal", "entered": 310, "inside": 288}],
                 "sessions": [{"sessionId": "0199a4f2-3100-7d10-8a00-00000000005e", "room": "Festsaal", "entered": 310,
                               "inside": 288}],
                 "gates": [{"deviceId": "gate-north-1", "entries": 640, "exits": 12, "lastAt": "2026-11-20T10:42:07.125Z"}]}""")
record LiveCounts(
        UUID eventId,

        @Schema(description = "Confirmed registrations.") long expected,

        @Schema(description = "Registrations with an entry to the event.")
        long entered,

        @Schema(description = "Of them, those whose last check-in at the event's doors is an entry.")
        long inside,

        @Schema(description = "Check-ins whose badge nobody knows yet.")
        long pending,

        List<Room> rooms,
        List<AtSession> sessions,
        List<Gate> gates) {

    /** People, not check-ins: who visits two sessions in a room is counted once. After the end of a session nobody is in it. */
    @Schema(requiredProperties = {"room", "entered", "inside"})
    record Room(
            @Schema(nullable = true, description = "Null for the sessions without a room.")
            String room,

            long entered,
            long inside) {}

    @Schema(requiredProperties = {"sessionId", "room", "entered", "inside"})
    record AtSession(
            UUID sessionId, @Schema(nullable = true) String room, long entered, long inside) {}

    /** @param lastAt when somebody last passed */
    @Schema(requiredProperties = {"deviceId", "entries", "exits", "lastAt"})
    record Gate(String deviceId, long entries, long exits, Instant lastAt) {}

    LiveCounts {
        rooms = List.copyOf(rooms);
        sessions = List.copyOf(sessions);
        gates = List.copyOf(gates);
    }
}
