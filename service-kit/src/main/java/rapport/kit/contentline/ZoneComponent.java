package rapport.kit.contentline;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;

/**
 * The component VTIMEZONE (RFC 5545, 3.6.5) of an IANA zone, with every change of the clock in the years that are covered
 * written out. That is longer than recurrence rules and right for all zones: there are some whose changes follow the moon.
 */
public final class ZoneComponent {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);
    private static final LocalDateTime BEFORE_ALL = LocalDateTime.of(1970, 1, 1, 0, 0);

    private ZoneComponent() {}

    /** UTC needs no component: its times end in Z. */
    public static boolean isUtc(ZoneId zone) {
        return zone.getRules().isFixedOffset()
                && zone.getRules().getOffset(Instant.EPOCH).equals(ZoneOffset.UTC);
    }

    /** Writes the rules that hold from the year of {@code from} to the end of the year of {@code to}; nothing for UTC. */
    public static void write(ContentLines lines, ZoneId zone, Instant from, Instant to) {
        if (isUtc(zone)) {
            return;
        }
        Instant first = year(from, 0);
        Instant last = year(to, 1);
        ZoneRules rules = zone.getRules();
        lines.begin("VTIMEZONE").value("TZID", zone.getId());
        ZoneOffsetTransition change = rules.previousTransition(first.plusNanos(1));
        if (change == null) {
            observance(lines, zone, first, BEFORE_ALL, rules.getOffset(first), rules.getOffset(first));
            change = rules.nextTransition(first);
        }
        while (change != null && change.getInstant().isBefore(last)) {
            observance(
                    lines,
                    zone,
                    change.getInstant(),
                    change.getDateTimeBefore(),
                    change.getOffsetBefore(),
                    change.getOffsetAfter());
            change = rules.nextTransition(change.getInstant());
        }
        lines.end("VTIMEZONE");
    }

    private static void observance(
            ContentLines lines, ZoneId zone, Instant begins, LocalDateTime onset, ZoneOffset before, ZoneOffset after) {
        String kind = zone.getRules().isDaylightSavings(begins) ? "DAYLIGHT" : "STANDARD";
        lines.begin(kind)
                .floating("DTSTART", onset)
                .value("TZOFFSETFROM", offset(before))
                .value("TZOFFSETTO", offset(after))
                .text("TZNAME", NAME.format(begins.atZone(zone)))
                .end(kind);
    }

    /** {@code +0100}; seconds only where there are some. */
    private static String offset(ZoneOffset offset) {
        int seconds = Math.abs(offset.getTotalSeconds());
        String text =
                "%s%02d%02d".formatted(offset.getTotalSeconds() < 0 ? "-" : "+", seconds / 3600, seconds / 60 % 60);
        return seconds % 60 == 0 ? text : text + "%02d".formatted(seconds % 60);
    }

    private static Instant year(Instant instant, int later) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear() + later;
        return LocalDateTime.of(year, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
    }
}
