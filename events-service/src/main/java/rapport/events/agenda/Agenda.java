package rapport.events.agenda;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The programme by day and room, in the wall time of the event. */
@Schema(examples = """
                {"event": {"id": "0199a4f0-6b00-7c10-8a00-000000000e01", "name": "Young Cardiology Days 2026",
                  "slug": "young-cardiology-days-2026", "kind": "IN_PERSON", "status": "PUBLISHED",
                  "startsAt": "2026-11-20T09:00:00", "endsAt": "2026-11-22T17:00:00", "zone": "Europe/Vienna",
                  "startInstant": "2026-11-20T08:00:00Z", "endInstant": "2026-11-22T16:00:00Z", "venue": "Hofburg, Wien"},
                 "days": [{"date": "2026-11-20", "rooms": [{"room": "Festsaal", "sessions": []}]}], "speakers": []}""")
record Agenda(PublicEvent event, List<Day> days, List<PublicSpeaker> speakers) {

    @Schema(name = "AgendaDay")
    record Day(LocalDate date, List<Room> rooms) {}

    @Schema(name = "AgendaRoom")
    record Room(
            @Schema(nullable = true, description = "Null for sessions without a room.")
            String room,

            List<PublicSession> sessions) {}

    /** @param sessions in the order of the day */
    static Agenda of(PublicEvent event, List<PublicSession> sessions, List<PublicSpeaker> speakers) {
        var days = new TreeMap<LocalDate, Map<String, List<PublicSession>>>();
        for (PublicSession session : sessions) {
            days.computeIfAbsent(session.startsAt().toLocalDate(), day -> new LinkedHashMap<>())
                    .computeIfAbsent(session.room(), room -> new ArrayList<>())
                    .add(session);
        }
        List<Day> grouped = days.entrySet().stream()
                .map(day -> new Day(
                        day.getKey(),
                        day.getValue().entrySet().stream()
                                .map(room -> new Room(room.getKey(), room.getValue()))
                                .toList()))
                .toList();
        return new Agenda(event, grouped, speakers);
    }
}
