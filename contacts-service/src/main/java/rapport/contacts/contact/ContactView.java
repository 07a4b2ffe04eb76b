package rapport.contacts.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.contacts.details.Words;
import rapport.contacts.merge.ContactState;
import rapport.contacts.merge.Encounter;
import rapport.contacts.merge.Intent;
import rapport.contacts.merge.Several;

/** A contact as its owner sees it: what they typed, and of the person only what the person shares. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactView(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "Grows with every change; the ETag is made from it.")
        long version,

        @Schema(required = true) ContactKind kind,
        @Schema(required = true) ContactStatus status,

        @Schema(nullable = true, description = "Why it is still pending.")
        PendingReason pendingReason,

        @Schema(nullable = true, description = "Absent as long as the person has not agreed to share.")
        UUID personId,

        @Schema(
                nullable = true,
                description = "What to call it: the owner's own name for it, else what is shared or public.")
        String name,

        @Schema(nullable = true, description = "What the owner typed or imported; the person shared none of it.")
        TypedView details,

        @Schema(nullable = true, description = "The person's share card, as far as it is shared.")
        Card card,

        @Schema(nullable = true, description = "What the programme says, for speakers.")
        Speaker speaker,

        @Schema(nullable = true) Intent intent,

        @Schema(nullable = true, minimum = "1", maximum = "5")
        Integer rating,

        @Schema(required = true, description = "What the contact is interested in and the owner as well.")
        List<String> sharedInterests,

        @Schema(required = true) List<String> tags,
        @Schema(required = true) boolean doNotContact,
        @Schema(nullable = true) String doNotContactReason,

        @Schema(required = true, description = "One per event, earliest first.")
        List<Meeting> encounters,

        @Schema(required = true, description = "Earliest first.")
        List<Written> notes,

        @Schema(required = true, description = "What the owner promised, earliest first.")
        List<Written> commitments,

        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt,

        @Schema(required = true, description = "Only in changes: the contact is gone.")
        boolean deleted,

        @Schema(nullable = true, description = "Only in changes: this id is an alias of that contact now.")
        UUID mergedInto) {

    /** What a person shares with those who met them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Card(
            @Schema(nullable = true) String displayName,
            @Schema(nullable = true) String affiliation,
            @Schema(nullable = true) String careerStage,
            @Schema(nullable = true) String orcid,
            @Schema(nullable = true) Map<String, String> links,

            @Schema(
                    nullable = true,
                    description = "The address that the person put on the card. Only then it may be written to.")
            String email,

            @Schema(nullable = true) List<String> interests,
            @Schema(nullable = true) List<String> languages) {}

    /** What is public of a speaker. There is no address here. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Speaker(
            @Schema(required = true) UUID speakerId,
            @Schema(nullable = true) String displayName,
            @Schema(nullable = true) String credentials,
            @Schema(nullable = true) String affiliation,
            @Schema(nullable = true) String country,
            @Schema(nullable = true) String orcid,
            @Schema(nullable = true) String contactMode,
            @Schema(required = true) Boundary boundary) {}

    /** How a speaker wants to be written to, and how much room there is. */
    @Schema(name = "ContactBoundary", description = """
            As followup-service told it, some moments ago. It decides when a message is sent; its operation getBoundary (GET
            /boundaries/{personId}) tells what counts at the moment.""")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Boundary(
            @Schema(
                    nullable = true,
                    description =
                            "OPEN, RELAY, BY_REQUEST or CLOSED: the person's own choice, else what the event says.",
                    examples = "OPEN")
            String mode,

            @Schema(required = true, description = "Messages in any seven days, over all senders.", examples = "5")
            int weeklyBudget,

            @Schema(required = true, description = "How many of them are left.", examples = "3")
            int remaining,

            @Schema(required = true, description = "False: the person set nothing and the defaults count.")
            boolean own) {}

    /** Where and when they met. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Meeting(
            @Schema(required = true) UUID encounterId,

            @Schema(nullable = true, description = "Absent when they met elsewhere.")
            UUID eventId,

            @Schema(nullable = true) String eventName,
            @Schema(nullable = true) UUID sessionId,
            @Schema(nullable = true) String sessionTitle,
            @Schema(required = true) Instant metAt,
            @Schema(nullable = true) String place,
            @Schema(nullable = true) String topic,
            @Schema(nullable = true) String how,
            @Schema(nullable = true) String throughWhom) {
        static Meeting of(UUID event, Encounter encounter, Surroundings known) {
            return new Meeting(
                    encounter.id(),
                    event.equals(encounter.id()) ? null : event,
                    known.eventNames().get(event),
                    encounter.sessionId(),
                    encounter.sessionId() == null ? null : known.sessionTitles().get(encounter.sessionId()),
                    encounter.metAt(),
                    encounter.placeText(),
                    encounter.topicText(),
                    encounter.howText(),
                    encounter.throughText());
        }
    }

    /** A note or a promise. */
    public record Written(
            @Schema(required = true) UUID sourceId,
            @Schema(required = true) String text,
            @Schema(required = true) Instant notedAt) {
        static Written of(Note note) {
            return new Written(note.sourceId(), note.body(), note.notedAt());
        }
    }

    static ContactView of(Contact contact, Surroundings known) {
        Standing standing = contact.standing();
        ContactState state = contact.state();
        List<Note> notes = known.notes().getOrDefault(contact.id(), List.of());
        boolean hidden = standing.status() == ContactStatus.NEEDS_CONSENT;
        return new ContactView(
                contact.id(),
                contact.version(),
                standing.kind(),
                standing.status(),
                standing.pendingReason(),
                hidden ? null : standing.personId(),
                name(state, known.cards().get(contact.id()), known.speakers().get(contact.id())),
                state.details() == null ? null : TypedView.of(state.said()),
                known.cards().get(contact.id()),
                known.speakers().get(contact.id()),
                state.currentIntent(),
                state.currentRating(),
                shared(state, known.ownerInterests()),
                state.currentTags(),
                state.restriction().active(),
                state.restriction().reason(),
                state.encounters().entrySet().stream()
                        .map(e -> Meeting.of(e.getKey(), e.getValue(), known))
                        .sorted(Comparator.comparing(Meeting::metAt).thenComparing(Meeting::encounterId))
                        .toList(),
                notes.stream().filter(n -> !n.isPromise()).map(Written::of).toList(),
                notes.stream().filter(Note::isPromise).map(Written::of).toList(),
                contact.createdAt(),
                contact.updatedAt(),
                contact.isDeleted(),
                contact.mergedInto());
    }

    private static String name(ContactState state, Card card, Speaker speaker) {
        String typed = TypedView.name(state.said());
        if (typed != null) {
            return typed;
        }
        if (card != null && card.displayName() != null) {
            return card.displayName();
        }
        return speaker == null ? null : speaker.displayName();
    }

    private static List<String> shared(ContactState state, Set<String> ownerInterests) {
        return state.said().get(Several.INTERESTS).keySet().stream()
                .filter(interest -> ownerInterests.contains(Words.plain(interest)))
                .toList();
    }
}
