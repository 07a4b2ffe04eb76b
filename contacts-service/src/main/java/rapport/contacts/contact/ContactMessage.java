package rapport.contacts.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import rapport.contacts.merge.Encounter;
import rapport.contacts.merge.Intent;
import rapport.kit.json.Json;

/** {@code contact.changed.v1}: what a contact tells the other services. Neither a name nor an address, and no note. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContactMessage(
        UUID contactId,
        long version,
        String owner,
        ContactStatus status,
        ContactKind kind,
        UUID personId,
        UUID speakerId,
        Intent intent,
        Integer rating,
        boolean doNotContact,
        List<String> sharedFields,
        boolean emailShared,
        List<Meeting> encounters,
        List<String> tags,
        UUID mergedInto) {
    static final String TOPIC = "rapport.contact.v1";
    static final String TYPE = "contact.changed.v1";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Meeting(UUID encounterId, UUID eventId, UUID sessionId, Instant metAt, String place, String topic) {
        static Meeting of(UUID event, Encounter encounter) {
            return new Meeting(
                    encounter.id(),
                    event,
                    encounter.sessionId(),
                    encounter.metAt(),
                    encounter.placeText(),
                    encounter.topicText());
        }
    }

    static ContactMessage of(StoredContact contact) {
        var standing = contact.standing();
        var state = contact.state();
        return new ContactMessage(
                contact.id(),
                contact.version(),
                contact.owner(),
                standing.status(),
                standing.kind(),
                standing.personId(),
                standing.speakerId(),
                state.currentIntent(),
                state.currentRating(),
                state.restriction().active(),
                standing.shared().published(),
                standing.shared().email(),
                state.encounters().entrySet().stream()
                        .filter(e -> !e.getKey().equals(e.getValue().id()))
                        .map(e -> Meeting.of(e.getKey(), e.getValue()))
                        .sorted(Comparator.comparing(Meeting::metAt).thenComparing(Meeting::eventId))
                        .toList(),
                state.currentTags(),
                contact.mergedInto());
    }

    String toJson() {
        try {
            return Json.lenient().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a contact's message is always writable", e);
        }
    }
}
