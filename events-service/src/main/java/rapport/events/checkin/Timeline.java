package rapport.events.checkin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * One registration's marks at one place, in the order in which they happened. It is a set: in whatever order and however often
 * marks are added, it is the same, and so is everything that follows from it. Who is in stays in when another entry is read, so
 * the earliest entry counts; an exit of somebody who is not in means nothing.
 */
final class Timeline {
    private final TreeSet<Mark> marks;

    /** @param until null as long as somebody is in */
    record Stay(Instant from, Instant until) {}

    Timeline(Collection<Mark> marks) {
        this.marks = new TreeSet<>(marks);
    }

    /** Adds a mark and says what it meant, as far as is known by now. */
    Outcome add(Mark mark) {
        Mark before = marks.lower(mark);
        boolean inside = before != null && before.type() == CheckInType.ENTRY;
        marks.add(mark);
        if (mark.type() == CheckInType.ENTRY) {
            return inside ? Outcome.ALREADY_IN : Outcome.RECORDED;
        }
        return inside ? Outcome.RECORDED : Outcome.NOT_IN;
    }

    /** Whether the last that was seen is an entry. */
    boolean isInside() {
        return !marks.isEmpty() && marks.last().type() == CheckInType.ENTRY;
    }

    /** The times between an entry and the exit that follows it. */
    List<Stay> stays() {
        var stays = new ArrayList<Stay>();
        Instant from = null;
        for (Mark mark : marks) {
            if (mark.type() == CheckInType.ENTRY && from == null) {
                from = mark.at();
            } else if (mark.type() == CheckInType.EXIT && from != null) {
                stays.add(new Stay(from, mark.at()));
                from = null;
            }
        }
        if (from != null) {
            stays.add(new Stay(from, null));
        }
        return stays;
    }
}
