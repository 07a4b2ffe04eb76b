package rapport.events.webinar;

import java.util.List;
import java.util.function.Predicate;

/** Which platform wrote a file, and which of its tables tell who was there. */
final class FormatTables {
    private FormatTables() {}

    static WebinarFormat guess(List<ReportTable> tables) {
        if (any(tables, table -> table.has(Column.ACTION) || table.has(Column.PRINCIPAL))) {
            return WebinarFormat.TEAMS;
        }
        if (any(tables, table -> table.has(Column.ATTENDED) && table.has(Column.ORIGINAL_NAME))) {
            return WebinarFormat.ZOOM_WEBINAR;
        }
        if (any(tables, table -> table.has(Column.INTEREST) || table.has(Column.ATTENDED))) {
            return WebinarFormat.GOTOWEBINAR;
        }
        if (any(tables, table -> table.has(Column.MODERATOR))) {
            return WebinarFormat.BIGBLUEBUTTON;
        }
        if (any(tables, table -> table.has(Column.ROLE) && table.has(Column.JOINED))) {
            return WebinarFormat.TEAMS;
        }
        if (any(tables, table -> table.has(Column.ORIGINAL_NAME))) {
            return WebinarFormat.ZOOM_MEETING;
        }
        if (tables.isEmpty()) {
            throw new ReportRefused.UnknownFormat();
        }
        return WebinarFormat.GENERIC_CSV;
    }

    /** @return at least one table */
    static List<ReportTable> of(WebinarFormat format, List<ReportTable> tables) {
        List<ReportTable> told =
                switch (format) {
                    case ZOOM_WEBINAR ->
                        tables.stream()
                                .filter(table -> isNamed(table) && table.has(Column.JOINED))
                                .toList();
                    case TEAMS -> teams(tables);
                    // Before the participants stands a line about the meeting, with its host's address and its length.
                    case ZOOM_MEETING, GOTOWEBINAR, BIGBLUEBUTTON ->
                        tables.stream().filter(FormatTables::isNamed).toList();
                    case GENERIC_CSV -> tables;
                };
        if (told.isEmpty()) {
            throw new ReportRefused.NotThisFormat(format);
        }
        return told;
    }

    /** Newer reports have a table of people and one of their stays: the second one knows the gaps. */
    private static List<ReportTable> teams(List<ReportTable> tables) {
        List<ReportTable> actions =
                tables.stream().filter(table -> table.has(Column.ACTION)).toList();
        if (!actions.isEmpty()) {
            return actions;
        }
        List<ReportTable> named = tables.stream()
                .filter(table -> isNamed(table) && table.has(Column.JOINED))
                .toList();
        List<ReportTable> stays = named.stream()
                .filter(table -> table.title().startsWith("3.") && !table.rows().isEmpty())
                .toList();
        return stays.isEmpty() ? named.stream().limit(1).toList() : stays;
    }

    private static boolean isNamed(ReportTable table) {
        return table.has(Column.NAME) || table.has(Column.ORIGINAL_NAME) || table.has(Column.FIRST_NAME);
    }

    private static boolean any(List<ReportTable> tables, Predicate<ReportTable> condition) {
        return tables.stream().anyMatch(condition);
    }
}
