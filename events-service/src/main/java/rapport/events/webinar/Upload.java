package rapport.events.webinar;

import java.time.ZoneId;
import java.util.Map;

/**
 * A report as it was sent.
 *
 * @param format null to find it out
 * @param zone null when the caller named none
 * @param dateOrder null to find it out
 * @param part which of several reports of the platform about the session
 */
record Upload(
        byte[] file, WebinarFormat format, ZoneId zone, DateOrder dateOrder, Map<Column, String> columns, int part) {

    ReadOptions options(SessionTime session) {
        return new ReadOptions(format, zone, dateOrder, columns, session.start(), session.end());
    }
}
