package rapport.naive;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.util.UUID;

/** One contact per owner and person. */
@Entity
@Table(
        name = "naive_contact",
        indexes = @Index(name = "ux_naive_contact_owner_person", columnList = "owner, person_id", unique = true))
public class ContactRow extends PanacheEntityBase {
    @Id
    public UUID id;

    public String owner;

    @Column(name = "person_id")
    public UUID personId;

    public String intent;
    public long version;
}
