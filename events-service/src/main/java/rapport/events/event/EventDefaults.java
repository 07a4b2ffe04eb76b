package rapport.events.event;

import java.util.Objects;

/** What holds when an organizer says nothing. */
final class EventDefaults {
    static final String HTTPS = "https?://[!-~]+";

    private static final int FOLLOW_UP_WINDOW_DAYS = 90;
    private static final int RETENTION_DAYS = 730;
    private static final int ATTENDANCE_PERCENT = 80;

    private EventDefaults() {}

    static ContactMode contactMode(ContactMode wanted) {
        return Objects.requireNonNullElse(wanted, ContactMode.RELAY);
    }

    static int followUpWindowDays(Integer wanted) {
        return Objects.requireNonNullElse(wanted, FOLLOW_UP_WINDOW_DAYS);
    }

    static int retentionDays(Integer wanted) {
        return Objects.requireNonNullElse(wanted, RETENTION_DAYS);
    }

    static int attendancePercent(Integer wanted) {
        return Objects.requireNonNullElse(wanted, ATTENDANCE_PERCENT);
    }
}
