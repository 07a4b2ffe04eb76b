package rapport.events.webinar;

import java.time.Instant;

/**
 * A stay that a report tells of.
 *
 * @param line the line of the file, or the position in it
 * @param joinedAt null when the report knows a length only
 * @param leftAt null when the report does not know the end
 * @param seconds the length, when {@code joinedAt} is null
 */
record ReportRow(long line, Who who, Instant joinedAt, Instant leftAt, Integer seconds) {}
