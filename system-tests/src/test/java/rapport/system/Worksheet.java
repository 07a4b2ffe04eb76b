package rapport.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.InputSource;

/**
 * The first sheet of a workbook as Apache POI reads it, which has not written it.
 *
 * @param cells of the first data row by their reference, as a spreadsheet shows them
 */
record Worksheet(List<String> header, Map<String, String> cells, int rows) {
    static Worksheet read(Path file) throws Exception {
        try (var book = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            var reader = new XSSFReader(book);
            var contents = new Contents();
            var xml = XMLHelper.newXMLReader();
            // Limits of the JDK against bombs; every quotation mark in a long list counts towards them.
            xml.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
            xml.setProperty("jdk.xml.totalEntitySizeLimit", "0");
            xml.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(), new ReadOnlySharedStringsTable(book), contents, false));
            try (var sheet = reader.getSheetsData().next()) {
                xml.parse(new InputSource(sheet));
            }
            return new Worksheet(contents.header, contents.cells, contents.rows);
        }
    }

    String cell(String reference) {
        return cells.get(reference);
    }

    private static final class Contents implements SheetContentsHandler {
        private final List<String> header = new ArrayList<>();
        private final Map<String, String> cells = new HashMap<>();
        private int rows;

        @Override
        public void startRow(int number) {
            rows++;
        }

        @Override
        public void endRow(int number) {}

        @Override
        public void cell(String reference, String shown, XSSFComment comment) {
            if (rows == 1) {
                header.add(shown);
            } else if (rows == 2) {
                cells.put(reference, shown);
            }
        }
    }
}
