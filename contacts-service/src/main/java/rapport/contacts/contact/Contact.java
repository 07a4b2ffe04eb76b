package rapport.contacts.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import rapport.contacts.merge.ContactState;

/** One person, as one owner knows them. The owner is part of the key, so that nothing can be read or written without one. */
@Entity
@Table(name = "contact")
@IdClass(Contact.Key.class)
class Contact {
    record Key(String owner, UUID id) implements Serializable {}

    @Id
    private String owner;

    @Id
    private UUID id;

    private UUID counterpart;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "speaker_id")
    private UUID speakerId;

    @Enumerated(EnumType.STRING)
    private ContactKind kind;

    @Enumerated(EnumType.STRING)
    private ContactStatus status;

    @Enumerated(EnumType.STRING)
    @Column(name = "pending_reason")
    private PendingReason pendingReason;

    @Column(name = "shares_card")
    private boolean sharesCard;

    @Column(name = "shared_fields")
    private String sharedFields;

    private long version;

    @JdbcTypeCode(SqlTypes.JSON)
    private String state;

    /** By what the owner finds it again; null when they typed nothing about it. */
    private String words;

    /** By what it is found to be somebody whom the owner has already. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] keys;

    @Column(name = "merged_into")
    private UUID mergedInto;

    @Column(name = "created_at", insertable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    private Instant updatedAt;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    protected Contact() {}

    /** A new contact of an owner. */
    static Contact born(String owner, UUID id, Standing standing, ContactState said) {
        var contact = new Contact();
        contact.owner = owner;
        contact.id = id;
        contact.take(standing, said);
        return contact;
    }

    /** Adds what was said; returns whether that changed anything. */
    boolean learn(Standing about, ContactState said) {
        Standing standing = standing().and(about);
        ContactState joined = state().join(said);
        if (standing.equals(standing()) && joined.equals(state())) {
            return false;
        }
        take(standing, joined);
        return true;
    }

    /** Follows an edit of the owner, which counts as a change even if it says what was said before. */
    void edit(ContactState said) {
        take(standing(), state().join(said));
    }

    private void take(Standing standing, ContactState newState) {
        counterpart = standing.counterpart();
        personId = standing.personId();
        speakerId = standing.speakerId();
        kind = standing.kind();
        status = standing.status();
        pendingReason = standing.pendingReason();
        sharesCard = standing.sharesCard();
        sharedFields = standing.shared().names();
        state = newState.toJson();
        words = FindableWords.of(newState);
        keys = FindableWords.keys(newState);
        version++;
    }

    ContactMessage message() {
        return ContactMessage.of(stored());
    }

    StoredContact stored() {
        return new StoredContact(owner, id, standing(), version, state(), mergedInto);
    }

    Standing standing() {
        return new Standing(
                counterpart, personId, speakerId, kind, Shared.stored(sharesCard, sharedFields), pendingReason);
    }

    ContactState state() {
        return ContactState.fromJson(state);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID mergedInto() {
        return mergedInto;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }
}
