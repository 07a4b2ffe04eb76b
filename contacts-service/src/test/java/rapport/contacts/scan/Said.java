package rapport.contacts.scan;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import rapport.contacts.merge.Intent;

/** What a generated operation says, without who it is about: the same for the store and for the model. */
record Said(
        int badge,
        int minute,
        Long sequence,
        String device,
        String note,
        List<String> tags,
        List<String> removedTags,
        Intent intent,
        Integer rating,
        UUID session,
        String place,
        String topic) {
    static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

    Instant at() {
        return START.plusSeconds(60L * minute);
    }

    ScanItem item(UUID scanId, UUID event, String token) {
        return new ScanItem(
                scanId,
                event,
                token,
                at(),
                device,
                sequence,
                new ScanContext(session, place, topic),
                note,
                tags,
                removedTags,
                intent,
                rating,
                null,
                null);
    }
}
