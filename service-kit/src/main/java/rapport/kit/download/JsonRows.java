package rapport.kit.download;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import rapport.kit.json.Json;

/**
 * Rows as JSON, written as they are read. Each query has one parameter and one column, a row as a JSON object in a text, as
 * {@code to_jsonb(t)::text} makes it; its members are named in camel case, their values stay what they are.
 */
public final class JsonRows {
    /** Rows in memory at a time. */
    private static final int FETCHED = 200;

    private final Map<String, String> queries;

    /** @param queries by the names under which their rows are written, in this order */
    public JsonRows(Map<String, String> queries) {
        this.queries = Collections.unmodifiableMap(new LinkedHashMap<>(queries));
    }

    /**
     * Writes an object with an array of rows for each query.
     *
     * @param connection in a transaction, or else the driver reads all rows of a query at once
     * @param parameter what each query is asked with
     */
    public void writeTo(JsonGenerator out, Connection connection, Object parameter) throws IOException, SQLException {
        out.writeStartObject();
        for (var query : queries.entrySet()) {
            out.writeArrayFieldStart(query.getKey());
            try (PreparedStatement statement = connection.prepareStatement(query.getValue())) {
                statement.setFetchSize(FETCHED);
                statement.setObject(1, parameter);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        writeRow(out, row.getString(1));
                    }
                }
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private static void writeRow(JsonGenerator out, String json) throws IOException {
        try (JsonParser row = Json.lenient().getFactory().createParser(json)) {
            int depth = 0;
            for (JsonToken token = row.nextToken(); token != null; token = row.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.FIELD_NAME && depth == 1) {
                    out.writeFieldName(camel(row.currentName()));
                } else {
                    out.copyCurrentEventExact(row);
                }
            }
        }
    }

    private static String camel(String column) {
        var name = new StringBuilder();
        for (String part : column.split("_")) {
            name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name.toString();
    }
}
