package rapport.contacts.interaction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Something that happened between an owner and a contact. */
@Entity
@Table(name = "interaction")
@IdClass(Interaction.Key.class)
class Interaction {
    /** The clock of who writes may be a little ahead of ours. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    record Key(String owner, UUID id) implements Serializable {}

    @Id
    private String owner;

    @Id
    private UUID id;

    @Column(name = "contact_id")
    private UUID contactId;

    @Enumerated(EnumType.STRING)
    private InteractionKind kind;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    private String note;

    @Enumerated(EnumType.STRING)
    private Source source;

    private UUID content;
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "removed_at")
    private Instant removedAt;

    protected Interaction() {}

    /** As the owner tells it. */
    Interaction(String owner, UUID id, UUID contactId, NewInteraction told, Instant now) {
        this.owner = owner;
        this.id = id;
        this.contactId = contactId;
        this.source = Source.OWNER;
        this.content = told.content(id);
        this.createdAt = now;
        become(told.kind(), told.givenDirection(), told.occurredAt(), told.note(), now);
    }

    /** Takes a correction. Who changes the kind alone means its usual direction. */
    void correct(InteractionChange change, Instant now) {
        if (source != Source.OWNER) {
            throw new InteractionRefused.NotYours();
        }
        InteractionKind newKind = change.kind().or(kind);
        Direction kept = newKind == kind || newKind.allows(direction) ? direction : newKind.usualDirection();
        become(
                newKind,
                change.direction().or(kept),
                change.occurredAt().or(occurredAt),
                change.note().or(note),
                now);
    }

    private void become(InteractionKind newKind, Direction newDirection, Instant at, String text, Instant now) {
        if (!newKind.allows(newDirection)) {
            throw new InteractionRefused.WrongDirection(newKind);
        }
        if (at.isAfter(now.plus(TOLERANCE))) {
            throw new InteractionRefused.InTheFuture();
        }
        kind = newKind;
        direction = newDirection;
        occurredAt = at.truncatedTo(ChronoUnit.MICROS);
        note = text;
        version++;
    }

    /** Takes it back; its id stays taken. */
    void remove(Instant now) {
        if (source != Source.OWNER) {
            throw new InteractionRefused.NotYours();
        }
        note = null;
        removedAt = now;
        version++;
    }

    boolean isRemoved() {
        return removedAt != null;
    }

    boolean says(NewInteraction told) {
        return content.equals(told.content(id));
    }

    String owner() {
        return owner;
    }

    UUID id() {
        return id;
    }

    UUID contactId() {
        return contactId;
    }

    InteractionKind kind() {
        return kind;
    }

    Direction direction() {
        return direction;
    }

    Instant occurredAt() {
        return occurredAt;
    }

    String note() {
        return note;
    }

    Source source() {
        return source;
    }

    long version() {
        return version;
    }
}
