package rapport.events.webinar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * How a file is to be read.
 *
 * @param format null to find it out
 * @param zone in which zone the file's times are, where they do not say it; null when nobody told
 * @param dateOrder null to find it out
 * @param columns the headings of columns that have unusual ones
 * @param start when the session starts: dates that can be read in two ways are read as the ones that are near
 */
record ReadOptions(
        WebinarFormat format,
        ZoneId zone,
        DateOrder dateOrder,
        Map<Column, String> columns,
        Instant start,
        Instant end) {}
