package rapport.contacts.contact;

import java.time.Instant;
import java.util.UUID;

/**
 * A note or promise to be added.
 *
 * @param sourceId the scan or edit it came with
 * @param position 0 for the note, 1 and more for the promises of one source
 */
public record NewNote(
        String owner, UUID contactId, UUID sourceId, int position, String kind, String body, Instant notedAt) {
    public static final String NOTE = "NOTE";
    public static final String COMMITMENT = "COMMITMENT";
}
