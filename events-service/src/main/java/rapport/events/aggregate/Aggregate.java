package rapport.events.aggregate;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/**
 * What is published as one keyed state with a version. The version is counted here and not by the ORM: the message that is
 * written in the same transaction has to carry it. Whoever changes an aggregate holds its row lock, so no number is used twice.
 */
@MappedSuperclass
public abstract class Aggregate {
    @Id
    private UUID id;

    private long version;
    private Instant createdAt;
    private Instant updatedAt;

    protected Aggregate() {}

    protected Aggregate(UUID id, Instant now) {
        this.id = id;
        this.version = 1;
        this.createdAt = now;
        this.updatedAt = now;
    }

    protected void changed(Instant now) {
        version++;
        updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
