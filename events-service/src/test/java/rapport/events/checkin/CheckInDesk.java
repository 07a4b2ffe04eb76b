package rapport.events.checkin;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import rapport.events.FrontDoor;

/** What tests of check-ins need: an event with guests who wear badges, and its gates. */
abstract class CheckInDesk extends FrontDoor {
    Gate gate(String event) {
        return new Gate(as("olga"), event, "gate-1", null);
    }

    Gate gate(String event, String session) {
        return new Gate(as("olga"), event, "room-1", session);
    }

    long logged(String event) {
        return number("select count(*) from check_in where event_id = ?", UUID.fromString(event));
    }

    /** From ten to eleven in Berlin. */
    String session(String event) {
        return id(ok(201, as("olga").post("/events/" + event + "/sessions", """
                {"title": "Sepsis", "room": "Festsaal", "startsAt": "2024-12-27T10:00:00", "endsAt": "2024-12-27T11:00:00"}""")));
    }

    List<String> registrations(String event, int guests) {
        return IntStream.range(0, guests)
                .mapToObj(i -> id(ok(
                        201,
                        as("olga")
                                .post(
                                        "/events/" + event + "/registrations",
                                        "{\"displayName\":\"Guest\",\"email\":\"g%s@x.example\"}"
                                                .formatted(UUID.randomUUID())))))
                .toList();
    }

    /** The tokens of new guests' badges. */
    List<String> tokens(String event, int guests) {
        registrations(event, guests);
        ok(200, as("olga").send("POST", "/events/" + event + "/badges", "", null));
        var tokens = new ArrayList<String>();
        all(as("olga"), "/events/" + event + "/badges?tokens=true")
                .forEach(badge -> tokens.add(badge.path("token").asText()));
        return tokens;
    }
}
