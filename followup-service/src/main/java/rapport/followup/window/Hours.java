package rapport.followup.window;

import java.time.LocalTime;

/**
 * The hours of a day in which messages are welcome, in minutes: {@code [from, to)}. A {@code to} that is not after
 * {@code from} lies on the next day. 24:00 is a legal end, which is why this is not a pair of {@link LocalTime}s.
 */
public record Hours(int from, int to) {

    private static final int DAY = 24 * 60;

    public Hours {
        if (from < 0 || from >= DAY || to < 1 || to > DAY || from == to) {
            throw new IllegalArgumentException("not a window: " + from + "-" + to);
        }
    }

    /** Reads "08:00" and "18:00"; the end may be "24:00", and "00:00" as an end means the same midnight. */
    public static Hours of(String from, String to) {
        int end = minute(to);
        return new Hours(minute(from), end == 0 ? DAY : end);
    }

    boolean overnight() {
        return to < from;
    }

    LocalTime opening() {
        return LocalTime.of(from / 60, from % 60);
    }

    public String fromText() {
        return text(from);
    }

    public String toText() {
        return text(to);
    }

    private static String text(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    private static int minute(String text) {
        return Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3));
    }
}
