package rapport.followup.calendar;

import java.time.Duration;
import java.util.List;
import rapport.kit.contentline.ContentLines;

/** Follow-ups as iCalendar (RFC 5545). The same state gives the same bytes. */
final class FollowUpCalendar {

    private static final Duration LENGTH = Duration.ofMinutes(15);

    private FollowUpCalendar() {}

    static String of(List<Entry> entries, String publicUrl) {
        var lines = new ContentLines()
                .begin("VCALENDAR")
                .value("VERSION", "2.0")
                .value("PRODID", "-//Rapport//followup-service//EN")
                .value("CALSCALE", "GREGORIAN")
                .value("METHOD", "PUBLISH")
                .text("NAME", "Follow-ups")
                .text("X-WR-CALNAME", "Follow-ups")
                .value("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
                .value("X-PUBLISHED-TTL", "PT1H");
        entries.forEach(entry -> write(lines, entry, publicUrl));
        return lines.end("VCALENDAR").toString();
    }

    private static void write(ContentLines lines, Entry entry, String publicUrl) {
        lines.begin("VEVENT")
                // The part after the at sign says that it is ours; it is no address.
                .value("UID", entry.id() + "@followup.rapport")
                .utc("DTSTAMP", entry.changed())
                .utc("LAST-MODIFIED", entry.changed())
                .value("SEQUENCE", entry.version() - 1)
                .value("STATUS", entry.isCancelled() ? "CANCELLED" : "CONFIRMED")
                .utc("DTSTART", entry.at())
                .utc("DTEND", entry.at().plus(LENGTH))
                .text("SUMMARY", summary(entry))
                .text("DESCRIPTION", description(entry))
                .value("URL", publicUrl + "/#/followups/" + entry.id())
                .value("TRANSP", "TRANSPARENT")
                .end("VEVENT");
    }

    private static String summary(Entry entry) {
        String what =
                switch (entry.purpose()) {
                    case "THANK" -> "Say thank you";
                    case "QUESTION" -> "Ask a question";
                    case "SHARE" -> "Share something";
                    case "INTRODUCE" -> "Make an introduction";
                    case "MENTOR_REQUEST" -> "Ask a mentor";
                    default -> "Keep in touch";
                };
        return entry.event() == null ? what : what + " (" + entry.event() + ")";
    }

    private static String description(Entry entry) {
        if ("MANUAL".equals(entry.channel())) {
            return "A reminder: you do it yourself.";
        }
        return switch (entry.state()) {
            case "DRAFT", "NEEDS_PREPARATION" -> "Not approved yet.";
            case "SCHEDULED", "HELD" -> "Approved; it goes when the recipient's rules allow it.";
            case "SENT" -> "Sent.";
            case "REPLIED" -> "Answered.";
            default -> null;
        };
    }
}
