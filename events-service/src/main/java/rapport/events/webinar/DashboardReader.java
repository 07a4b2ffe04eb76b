package rapport.events.webinar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import rapport.events.imports.CellText;
import rapport.kit.json.Json;
import rapport.kit.problem.Invalid;

/**
 * Reads the JSON behind BigBlueButton's learning dashboard. Times are milliseconds since 1970, so no zone is needed; a time of
 * leaving that is 0 means that somebody was still there, until the meeting's end if that is told.
 */
final class DashboardReader {
    private static final long YEAR_2000 = 946_684_800_000L;
    private static final long YEAR_2101 = 4_133_980_800_000L;

    private final List<ReportRow> rows = new ArrayList<>();
    private final List<Report.Fault> faults = new ArrayList<>();
    private final long endedOn;
    private int anonymous;
    private long position;

    private DashboardReader(long endedOn) {
        this.endedOn = endedOn;
    }

    static Report read(String text) {
        JsonNode dashboard = parsed(text);
        JsonNode users = dashboard.path("users");
        if (!users.isObject()) {
            throw new ReportRefused.NotThisFormat(WebinarFormat.BIGBLUEBUTTON);
        }
        var reader = new DashboardReader(dashboard.path("endedOn").asLong());
        users.forEach(reader::user);
        return new Report(WebinarFormat.BIGBLUEBUTTON, reader.rows, 0, reader.anonymous, reader.faults);
    }

    private static JsonNode parsed(String text) {
        try {
            return Json.lenient().readTree(text);
        } catch (JsonProcessingException e) {
            throw Invalid.of("", "malformed-json", "The file is not readable as JSON.");
        }
    }

    /** Newer dashboards list the sessions of each of a user's devices; older ones have one per device or per user. */
    private void user(JsonNode user) {
        Who who = Who.of(
                CellText.clean(user.path("extId").asText(null)),
                null,
                null,
                CellText.clean(user.path("name").asText(null)));
        if (!user.path("intIds").isObject()) {
            stay(who, user);
            return;
        }
        for (JsonNode device : user.path("intIds")) {
            if (device.path("sessions").isArray()) {
                device.path("sessions").forEach(session -> stay(who, session));
            } else {
                stay(who, device);
            }
        }
    }

    private void stay(Who who, JsonNode session) {
        position++;
        long from = session.path("registeredOn").asLong();
        long to = session.path("leftOn").asLong() > 0 ? session.path("leftOn").asLong() : endedOn;
        if (who.isAnonymous()) {
            anonymous++;
        } else if (!isPlausible(from) || to > 0 && !isPlausible(to)) {
            faults.add(new Report.Fault(position, who.shown(), "unreadable-time"));
        } else if (to > 0 && to < from) {
            faults.add(new Report.Fault(position, who.shown(), "left-before-joined"));
        } else {
            Instant left = to > 0 ? Instant.ofEpochMilli(to) : null;
            rows.add(new ReportRow(position, who, Instant.ofEpochMilli(from), left, null));
        }
    }

    private static boolean isPlausible(long time) {
        return time >= YEAR_2000 && time < YEAR_2101;
    }
}
