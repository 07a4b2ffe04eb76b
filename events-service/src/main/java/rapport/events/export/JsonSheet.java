package rapport.events.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An array of objects, or one object per line (NDJSON). Text is as it is stored; nothing is guarded. */
final class JsonSheet implements Sheet {
    private static final JsonFactory JSON = new JsonFactory()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);

    private final OutputStream out;
    private final List<Column> columns;
    private final JsonGenerator json;
    private final boolean lines;
    private boolean first = true;

    JsonSheet(OutputStream out, List<Column> columns, boolean lines) throws IOException {
        this.out = out;
        this.columns = columns;
        this.lines = lines;
        this.json = JSON.createGenerator(out, JsonEncoding.UTF8);
        json.setRootValueSeparator(null);
        write(lines ? "" : "[\n");
    }

    @Override
    public void row(byte[] row) throws IOException {
        String[] cells = CopyText.cells(row, columns.size());
        if (!first && !lines) {
            write(",\n");
        }
        first = false;
        json.writeStartObject();
        for (int i = 0; i < cells.length; i++) {
            json.writeFieldName(columns.get(i).key());
            value(columns.get(i).kind(), cells[i]);
        }
        json.writeEndObject();
        json.flush();
        if (lines) {
            write("\n");
        }
    }

    private void value(Column.Kind kind, String cell) throws IOException {
        if (cell == null) {
            if (kind == Column.Kind.LIST) {
                json.writeRawValue("[]");
            } else {
                json.writeNull();
            }
            return;
        }
        switch (kind) {
            case NUMBER, LIST -> json.writeRawValue(cell);
            case FLAG -> json.writeBoolean(cell.equals("true"));
            default -> json.writeString(cell);
        }
    }

    @Override
    public void end() throws IOException {
        json.close();
        write(lines ? "" : first ? "]\n" : "\n]\n");
    }

    @Override
    public long guardedCells() {
        return 0;
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
