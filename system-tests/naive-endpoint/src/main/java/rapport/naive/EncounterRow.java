package rapport.naive;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Where and when they met. */
@Entity
@Table(name = "naive_encounter")
public class EncounterRow extends PanacheEntityBase {
    @Id
    public UUID id;

    @Column(name = "contact_id")
    public UUID contactId;

    @Column(name = "event_id")
    public UUID eventId;

    @Column(name = "met_at")
    public Instant metAt;

    protected EncounterRow() {}

    EncounterRow(UUID id, UUID contactId, UUID eventId, Instant metAt) {
        this.id = id;
        this.contactId = contactId;
        this.eventId = eventId;
        this.metAt = metAt;
    }
}
