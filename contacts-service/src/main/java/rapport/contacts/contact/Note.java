package rapport.contacts.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** Something the owner wrote down about a contact, or promised. It is added and never changed. */
@Entity
@Table(name = "note")
@IdClass(Note.Key.class)
class Note {
    record Key(String owner, UUID contactId, UUID sourceId, int position) implements Serializable {}

    @Id
    private String owner;

    @Id
    @Column(name = "contact_id")
    private UUID contactId;

    @Id
    @Column(name = "source_id")
    private UUID sourceId;

    @Id
    private int position;

    private String kind;
    private String body;

    @Column(name = "noted_at")
    private Instant notedAt;

    protected Note() {}

    Note(NewNote note) {
        this.owner = note.owner();
        this.contactId = note.contactId();
        this.sourceId = note.sourceId();
        this.position = note.position();
        this.kind = note.kind();
        this.body = note.body();
        this.notedAt = note.notedAt();
    }

    UUID contactId() {
        return contactId;
    }

    boolean isPromise() {
        return kind.equals(NewNote.COMMITMENT);
    }

    UUID sourceId() {
        return sourceId;
    }

    String body() {
        return body;
    }

    Instant notedAt() {
        return notedAt;
    }
}
