package rapport.events.speakerlist;

import java.util.UUID;

/**
 * What is asked for.
 *
 * @param emailsAllowed whether the caller's role allows addresses at all; each speaker's consent is asked in addition
 */
record ExportRequest(UUID eventId, RowKind rows, String zone, Delimiter delimiter, boolean bom, boolean emailsAllowed) {

    /** One row per speaker, or per speaker and session. */
    enum RowKind {
        SPEAKER("speaker"),
        SPEAKER_SESSION("speaker-session");

        final String text;

        RowKind(String text) {
            this.text = text;
        }
    }

    enum Delimiter {
        COMMA("comma", ','),
        SEMICOLON("semicolon", ';'),
        TAB("tab", '\t');

        final String text;
        final char character;

        Delimiter(String text, char character) {
            this.text = text;
            this.character = character;
        }
    }
}
