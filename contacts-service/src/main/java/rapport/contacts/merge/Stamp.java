package rapport.contacts.merge;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Comparator;

/**
 * When an operation happened, as far as it can be known: by the corrected time of the device, then by the device's own
 * sequence, then by its name. The operation's id makes the order total, so that two different operations never tie.
 *
 * @param at milliseconds since 1970, after correction of the device's clock
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"at", "sequence", "device", "operation"})
public record Stamp(long at, long sequence, String device, String operation) implements Comparable<Stamp> {
    private static final Comparator<Stamp> ORDER = Comparator.comparingLong(Stamp::at)
            .thenComparingLong(Stamp::sequence)
            .thenComparing(Stamp::device)
            .thenComparing(Stamp::operation);

    @Override
    public int compareTo(Stamp other) {
        return ORDER.compare(this, other);
    }
}
