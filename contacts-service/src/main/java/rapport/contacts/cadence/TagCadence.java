package rapport.contacts.cadence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** How often an owner wants to be in touch with everybody who carries a tag. */
@Entity
@Table(name = "tag_cadence")
@IdClass(TagCadence.Key.class)
class TagCadence {
    record Key(String owner, UUID id) implements Serializable {}

    @Id
    private String owner;

    @Id
    private UUID id;

    private String tag;

    @Column(name = "ideal_days")
    private int idealDays;

    @Column(name = "maximum_days")
    private int maximumDays;

    private long version;

    protected TagCadence() {}

    TagCadence(String owner, UUID id, String tag, CadenceDays days) {
        this.owner = owner;
        this.id = id;
        this.tag = tag;
        become(days);
    }

    void become(CadenceDays days) {
        days.check();
        idealDays = days.idealDays();
        maximumDays = days.maximumDays();
        version++;
    }

    Rhythm rhythm() {
        return new Rhythm(tag, idealDays, maximumDays);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }
}
