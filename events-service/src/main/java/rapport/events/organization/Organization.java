package rapport.events.organization;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import rapport.events.aggregate.Aggregate;

/** Who runs events. Only its owner creates events in it; who works on an event is decided by the event's staff. */
@Entity
class Organization extends Aggregate {
    private String name;
    private String slug;
    private String ownerSubject;

    protected Organization() {}

    Organization(UUID id, NewOrganization request, String ownerSubject, Instant now) {
        super(id, now);
        this.name = request.name();
        this.slug = Slug.of(request.slug(), request.name());
        this.ownerSubject = ownerSubject;
    }

    void change(OrganizationChange change, Instant now) {
        name = change.name().or(name);
        slug = change.slug().or(slug);
        changed(now);
    }

    void handOver(String subject, Instant now) {
        ownerSubject = subject;
        changed(now);
    }

    String name() {
        return name;
    }

    String slug() {
        return slug;
    }
}
