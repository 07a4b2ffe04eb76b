package rapport.events.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import rapport.kit.json.StrictJson;
import rapport.kit.problem.DomainException;
import rapport.kit.problem.Invalid;
import rapport.kit.problem.Pointers;

/**
 * Rows as JSON objects: an array of them, an object with such an array in it, or one object per line. Members of nested
 * objects are columns with both names, as in {@code links_website}. Rows are handed on one by one.
 */
final class JsonTable {
    /** Reads a value and leaves what follows it to the next step. */
    private static final ObjectReader JSON =
            StrictJson.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Columns columns;
    private final ImportLog log;
    private final Consumer<TableRow> rows;
    private int position;

    private JsonTable(Columns columns, ImportLog log, Consumer<TableRow> rows) {
        this.columns = columns;
        this.log = log;
        this.rows = rows;
    }

    static void read(byte[] file, TableFormat format, Columns columns, ImportLog log, Consumer<TableRow> rows) {
        try (JsonParser parser = JSON.getFactory().createParser(file)) {
            var table = new JsonTable(columns, log, rows);
            if (format == TableFormat.NDJSON) {
                table.lines(parser);
            } else {
                table.document(parser);
            }
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw Invalid.of("", "malformed-json", "The file is not valid JSON (line " + line + ").");
        } catch (IOException e) {
            throw new UncheckedIOException("an array is read without input", e);
        }
    }

    private void lines(JsonParser parser) throws IOException {
        while (parser.nextToken() != null) {
            row(parser, "/" + position + "/");
        }
    }

    private void document(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY) {
            array(parser, "");
        } else if (first == JsonToken.START_OBJECT && !arrayWithin(parser) || first != JsonToken.START_OBJECT) {
            throw Invalid.of("", "not-a-list", "The file has to be a list of objects.");
        }
        if (parser.nextToken() != null) {
            throw Invalid.of("", "trailing-content", "Something follows after the JSON value.");
        }
    }

    private boolean arrayWithin(JsonParser parser) throws IOException {
        boolean found = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && !found) {
                array(parser, Pointers.member("", name));
                found = true;
            } else {
                parser.skipChildren();
            }
        }
        return found;
    }

    private void array(JsonParser parser, String pointer) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            row(parser, Pointers.element(pointer, position) + "/");
        }
    }

    private void row(JsonParser parser, String place) throws IOException {
        position++;
        var row = new TableRow(position, place);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            JsonNode object = JSON.readTree(parser);
            members(object, "", row);
        } else {
            parser.skipChildren();
            row.broken("wrong-type", "A row has to be an object.");
        }
        rows.accept(row);
    }

    private void members(JsonNode object, String prefix, TableRow row) {
        object.properties().forEach(member -> {
            String name = prefix + member.getKey();
            JsonNode value = member.getValue();
            if (value.isObject() && columns.meant(name).isEmpty()) {
                members(value, name + "_", row);
                return;
            }
            columns.meant(name)
                    .ifPresentOrElse(
                            column -> row.put(column, name, values(value)),
                            () -> log.unknownColumn(DomainException.excerpt(name)));
        });
    }

    private static List<String> values(JsonNode value) {
        var values = new ArrayList<String>();
        if (value.isArray()) {
            value.forEach(one -> values.addAll(values(one)));
        } else if (value.isObject()) {
            // A reference, for example to a speaker: by whatever it says first that identifies.
            for (String key :
                    new String[] {"external_id", "externalId", "id", "email", "display_name", "displayName", "name"}) {
                if (value.hasNonNull(key)) {
                    return List.of(value.get(key).asText());
                }
            }
        } else if (!value.isNull()) {
            values.add(value.asText());
        }
        return values;
    }
}
