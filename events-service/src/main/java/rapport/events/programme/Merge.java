package rapport.events.programme;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import rapport.events.imports.CellText;
import rapport.events.programme.StoredProgramme.Content;

/** A stored session after a file has told about it. Blanks never overwrite, and what only looks different stays as it is. */
final class Merge {
    private static final int RESOURCES = 50;

    private Merge() {}

    static Content of(Content told, Content known) {
        return new Content(
                text(told.title(), known.title()),
                text(told.abstractText(), known.abstractText()),
                text(told.track(), known.track()),
                text(told.room(), known.room()),
                told.startsAt(),
                end(told, known),
                text(told.type(), known.type()),
                text(told.language(), known.language()),
                resources(told.resources(), known.resources()),
                told.speakers().isEmpty() ? known.speakers() : told.speakers(),
                said(told.said(), known.said()));
    }

    /** Spaces at the ends and other spellings of the same characters do not survive a file: they are no news. */
    static String text(String told, String known) {
        return told == null || told.equals(CellText.clean(known)) ? known : told;
    }

    /** A file tells whole minutes. */
    private static LocalDateTime end(Content told, Content known) {
        boolean sameStart = told.startsAt().equals(known.startsAt());
        Duration more = Duration.between(known.endsAt(), told.endsAt());
        boolean sameMinute = !more.isNegative() && more.compareTo(Duration.ofMinutes(1)) < 0;
        return sameStart && sameMinute ? known.endsAt() : told.endsAt();
    }

    /** What was added here is not in the file, and stays. */
    private static List<String> resources(List<String> told, List<String> known) {
        var all = new LinkedHashSet<>(known);
        all.addAll(told);
        return new ArrayList<>(all).subList(0, Math.min(all.size(), Math.max(RESOURCES, known.size())));
    }

    /** Null as long as no file has said anything that a session has no place for. */
    private static Said said(Said told, Said known) {
        Said merged = told.onTopOf(known == null ? Said.NOTHING : known);
        return known == null && merged.equals(Said.NOTHING) ? null : merged;
    }
}
