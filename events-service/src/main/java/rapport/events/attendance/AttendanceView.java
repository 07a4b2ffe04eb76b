package rapport.events.attendance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = """
                {"id": "57f23a04-8f75-5d0a-9a3b-30cf3c3a52f7", "version": 3,
                 "eventId": "0199a4f0-6b00-7c10-8a00-000000000e01", "sessionId": "0199a4f0-7c00-7c10-8a00-00000000a501",
                 "sessionTitle": "Sepsis in children", "registrationId": "0199a4f3-4100-7b10-8a00-0000000000c2",
                 "personId": "0199a4f3-4000-7b10-8a00-0000000000b2", "displayName": "Maya Okafor", "minutes": 52,
                 "percent": 86, "attended": true, "assumed": false, "firstIn": "2026-10-01T07:03:10Z",
                 "lastOut": "2026-10-01T08:00:00Z", "sources": ["CHECK_IN", "WEBINAR"], "status": "ACTIVE",
                 "explanation": "52 minutes are 86 % of the session; the event asks for 70 %.",
                 "updatedAt": "2026-10-01T09:00:00Z"}""")
record AttendanceView(
        UUID id,
        long version,
        UUID eventId,
        UUID sessionId,
        String sessionTitle,
        UUID registrationId,
        UUID personId,
        String displayName,

        @Schema(description = "Whole minutes in the session.")
        int minutes,

        @Schema(description = "Of the session's length, rounded down.")
        int percent,

        @Schema(description = "Whether the event's rule is met.")
        boolean attended,

        @Schema(description = "Whether some of the time counts only because nobody knows when the person left.")
        boolean assumed,

        @Schema(nullable = true, description = "Null when every stay lies outside of the session.")
        Instant firstIn,

        @Schema(nullable = true) Instant lastOut,
        List<PresenceSource> sources,

        @Schema(
                enumeration = {"ACTIVE", "REMOVED"},
                description = "REMOVED: nothing says any more that the person was there.")
        String status,

        @Schema(description = "How the decision about attended came about.")
        String explanation,

        Instant updatedAt) {

    static String explanation(int minutes, int percent, int required, boolean assumed) {
        String measured = minutes + (minutes == 1 ? " minute is " : " minutes are ") + percent + " % of the session; ";
        String rule = required == 0 ? "the event asks for any time in it." : "the event asks for " + required + " %.";
        String guess = assumed ? " The end of a stay is not known: it counts until the session's end." : "";
        return measured + rule + guess;
    }
}
