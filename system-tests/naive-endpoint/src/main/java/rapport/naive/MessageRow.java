package rapport.naive;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The outbox row of a contact's change. */
@Entity
@Table(name = "naive_message")
public class MessageRow extends PanacheEntityBase {
    @Id
    public UUID id;

    @Column(name = "contact_id")
    public UUID contactId;

    public long version;

    @Column(columnDefinition = "text")
    public String body;

    protected MessageRow() {}

    MessageRow(ContactRow contact) {
        this.id = UUID.randomUUID();
        this.contactId = contact.id;
        this.version = contact.version;
        this.body = """
                {"contactId":"%s","owner":"%s","personId":"%s","intent":"%s","version":%d}\
                """.formatted(contact.id, contact.owner, contact.personId, contact.intent, contact.version);
    }
}
