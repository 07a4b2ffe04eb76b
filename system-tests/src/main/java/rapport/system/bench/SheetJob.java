package rapport.system.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import rapport.system.SpeakerLists;

/**
 * A hundred thousand rows as a worksheet, against the streaming writer of Apache POI, which reads the same query by a cursor and
 * writes the same kinds of cells to a file, without HTTP.
 */
final class SheetJob {
    private static final int WINDOW = 100;
    private static final int FETCH = 1000;
    private static final Set<String> TIMES = Set.of("session_start", "session_end", "session_start_utc", "updated_at");

    private final SpeakerLists lists;
    private final PrintStream out;

    SheetJob(SpeakerLists lists, PrintStream out) {
        this.lists = lists;
        this.out = out;
    }

    Ratios run(String event, int rows, int rounds) throws Exception {
        var ratios = new Ratios("J7.sxssf", 1.5, 3);
        Path ours = lists.file("ours.xlsx");
        Path theirs = lists.file("theirs.xlsx");
        out.printf("%n%d rows as XLSX, rival: Apache POI SXSSF%n", rows);
        for (int round = -2; round < rounds; round++) {
            double us;
            double them;
            if (round % 2 == 0) {
                us = lists.download(event, "format=xlsx", ours);
                them = poi(event, theirs);
            } else {
                them = poi(event, theirs);
                us = lists.download(event, "format=xlsx", ours);
            }
            requireRows(ours, rows);
            requireRows(theirs, rows);
            out.printf(
                    Locale.ROOT,
                    "%-8s rapport %8.0f rows/s, %.1f MB   sxssf %8.0f rows/s, %.1f MB%n",
                    round < 0 ? "warm-up" : "round " + (round + 1),
                    rows / us,
                    Files.size(ours) / 1e6,
                    rows / them,
                    Files.size(theirs) / 1e6);
            if (round >= 0) {
                ratios.add(rows / us, rows / them);
            }
        }
        return ratios;
    }

    private double poi(String event, Path file) throws SQLException, IOException {
        long start = System.nanoTime();
        var connection = lists.connection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement();
                OutputStream stream = Files.newOutputStream(file);
                var book = new SXSSFWorkbook(WINDOW)) {
            statement.setFetchSize(FETCH);
            try (var found = statement.executeQuery(SpeakerLists.query(event))) {
                fill(book, found);
            }
            book.write(stream);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void fill(SXSSFWorkbook book, ResultSet found) throws SQLException {
        SXSSFSheet sheet = book.createSheet("Export");
        sheet.createFreezePane(0, 1);
        CellStyle time = book.createCellStyle();
        time.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd hh:mm:ss"));
        int columns = found.getMetaData().getColumnCount();
        Row header = sheet.createRow(0);
        var kinds = new Kind[columns];
        for (int c = 0; c < columns; c++) {
            String key = found.getMetaData().getColumnLabel(c + 1);
            header.createCell(c).setCellValue(key);
            kinds[c] = Kind.of(key);
        }
        int number = 1;
        while (found.next()) {
            Row row = sheet.createRow(number++);
            for (int c = 0; c < columns; c++) {
                String text = found.getString(c + 1);
                if (text != null) {
                    cell(row, c, kinds[c], text, time);
                }
            }
        }
    }

    private enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        TIME;

        static Kind of(String key) {
            if (TIMES.contains(key)) {
                return TIME;
            }
            return key.equals("session_count") ? NUMBER : key.equals("email_shared") ? FLAG : TEXT;
        }
    }

    private static void cell(Row row, int at, Kind kind, String text, CellStyle time) {
        var cell = row.createCell(at);
        switch (kind) {
            case TEXT -> cell.setCellValue(text);
            case NUMBER -> cell.setCellValue(Long.parseLong(text));
            case FLAG -> cell.setCellValue(Boolean.parseBoolean(text));
            case TIME -> {
                cell.setCellValue(LocalDateTime.parse(text.replace("Z", "")));
                cell.setCellStyle(time);
            }
        }
    }

    private static void requireRows(Path file, int rows) throws IOException {
        try (var zip = new ZipFile(file.toFile());
                var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            long found = 0;
            byte[] window = new byte[1 << 16];
            int matched = 0;
            byte[] tag = "<row ".getBytes();
            for (int read = sheet.read(window); read >= 0; read = sheet.read(window)) {
                for (int i = 0; i < read; i++) {
                    matched = window[i] == tag[matched] ? matched + 1 : window[i] == tag[0] ? 1 : 0;
                    if (matched == tag.length) {
                        found++;
                        matched = 0;
                    }
                }
            }
            if (found != rows + 1) {
                throw new IllegalStateException(file + " has " + found + " rows for " + rows);
            }
        }
    }
}
