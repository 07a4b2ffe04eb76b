package rapport.events.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** The programme of an event as a schedule file. */
@ApplicationScoped
class ProgrammeExport {
    private final ProgrammeReader reader;

    ProgrammeExport(ProgrammeReader reader) {
        this.reader = reader;
    }

    enum Format {
        XML,
        JSON
    }

    /** The entity tag of what the export would give now. */
    String etag(UUID eventId, Format format, String baseUrl) {
        String state = reader.state(eventId) + format + baseUrl;
        return '"' + HexFormat.of().formatHex(sha256(state.getBytes(StandardCharsets.UTF_8)), 0, 16) + '"';
    }

    byte[] file(UUID eventId, Format format, String baseUrl) {
        ExportedProgramme programme = reader.read(eventId);
        var out = new ByteArrayOutputStream();
        switch (format) {
            case XML -> ScheduleXmlWriter.write(programme, baseUrl, out);
            case JSON -> ScheduleJsonWriter.write(programme, baseUrl, out);
        }
        return out.toByteArray();
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
