package rapport.events.webinar;

import java.util.List;

/** Reads the report of any platform. */
final class ReportReader {
    private ReportReader() {}

    /** @throws ReportRefused when the file as a whole cannot be used */
    static Report read(byte[] file, ReadOptions options) {
        String text = Grid.decoded(file);
        if (text.stripLeading().startsWith("{")) {
            if (options.format() != null && options.format() != WebinarFormat.BIGBLUEBUTTON) {
                throw new ReportRefused.NotThisFormat(options.format());
            }
            return DashboardReader.read(text);
        }
        List<ReportTable> tables = ReportTable.of(Grid.read(text), Headings.with(options.columns()));
        WebinarFormat format = options.format() == null ? FormatTables.guess(tables) : options.format();
        List<ReportTable> told = FormatTables.of(format, tables);
        TimeReading times = TimeReading.of(told, options);
        return told.getFirst().has(Column.ACTION)
                ? ActionReader.read(format, told, times)
                : new TableReader(format, times).read(told);
    }
}
