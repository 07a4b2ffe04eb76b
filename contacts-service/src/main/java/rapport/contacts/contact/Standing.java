package rapport.contacts.contact;

import java.util.UUID;

/**
 * What a contact is, apart from what the owner says about it: who it is, how it came about and what the person lets the owner
 * see.
 */
public record Standing(
        UUID counterpart, UUID personId, UUID speakerId, ContactKind kind, Shared shared, PendingReason pendingReason) {

    /** Of a badge that nobody knows yet. */
    public static Standing pending(UUID counterpart) {
        return new Standing(
                counterpart, null, null, ContactKind.SCANNED, Shared.NOTHING, PendingReason.AWAITING_REGISTRATION);
    }

    /** Of a person whose badge was scanned. */
    public static Standing scanned(UUID person, Shared shared) {
        return new Standing(person, person, null, ContactKind.SCANNED, shared, null);
    }

    /** Of a person known as a speaker only. */
    public static Standing speaker(UUID person, UUID speaker) {
        return new Standing(person, person, speaker, ContactKind.SPEAKER, Shared.NOTHING, null);
    }

    /** Of somebody whom only the owner knows: typed or imported. It is its own counterpart. */
    public static Standing typed(UUID contact, ContactKind kind) {
        return new Standing(contact, null, null, kind, Shared.NOTHING, null);
    }

    /** Whether the owner sees a card at all. */
    public boolean sharesCard() {
        return shared.anything();
    }

    /** A speaker is public as a speaker, so such a contact does not wait for a consent; it shows no more than the programme. */
    public ContactStatus status() {
        if (personId == null) {
            return kind.isOwnersWord() ? ContactStatus.ACTIVE : ContactStatus.PENDING;
        }
        return sharesCard() || speakerId != null ? ContactStatus.ACTIVE : ContactStatus.NEEDS_CONSENT;
    }

    /** The same person, learned from another side. */
    public Standing and(Standing other) {
        return new Standing(
                counterpart,
                personId,
                speakerId == null ? other.speakerId : speakerId,
                kind.compareTo(other.kind) <= 0 ? kind : other.kind,
                shared.and(other.shared),
                pendingReason);
    }

    public Standing sharing(Shared now) {
        return new Standing(counterpart, personId, speakerId, kind, now, pendingReason);
    }

    /** Stays pending, for another reason. */
    public Standing because(PendingReason reason) {
        return new Standing(counterpart, personId, speakerId, kind, shared, reason);
    }
}
