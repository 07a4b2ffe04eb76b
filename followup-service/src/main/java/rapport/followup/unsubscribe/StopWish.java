package rapport.followup.unsubscribe;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was chosen.
 *
 * @param until the first day on which messages may come again; null unless it is a pause
 */
record StopWish(StopChoice choice, LocalDate until) {

    private static final int LONGEST_PAUSE_DAYS = 366;

    /**
     * Reads the form. A mail program posts {@code List-Unsubscribe=One-Click} and no choice (RFC 8058, 3.2).
     *
     * @param today where the recipient is
     * @return empty when the form makes no sense
     */
    static Optional<StopWish> of(String choice, String until, LocalDate today) {
        return switch (choice == null ? "SENDER" : choice) {
            case "SENDER" -> Optional.of(new StopWish(StopChoice.SENDER, null));
            case "ALL" -> Optional.of(new StopWish(StopChoice.ALL, null));
            case "PAUSE" ->
                date(until)
                        .filter(date -> date.isAfter(today) && !date.isAfter(latest(today)))
                        .map(date -> new StopWish(StopChoice.PAUSE, date));
            default -> Optional.empty();
        };
    }

    static LocalDate latest(LocalDate today) {
        return today.plusDays(LONGEST_PAUSE_DAYS);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
