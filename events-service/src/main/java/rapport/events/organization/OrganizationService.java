package rapport.events.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import rapport.events.sql.Sql;
import rapport.kit.edit.ETags;
import rapport.kit.id.Ids;
import rapport.kit.identity.Caller;

@ApplicationScoped
public class OrganizationService {
    private static final String OWNS_AN_EVENT = """
            select s.subject
            from   event_staff s
            join   event e on e.id = s.event_id
            where  s.subject = ? and s.role = 'OWNER' and e.organization_id = ?
            limit  1
            """;

    private final OrganizationRepository organizations;
    private final Sql sql;
    private final Caller caller;
    private final Clock clock;

    OrganizationService(OrganizationRepository organizations, Sql sql, Caller caller, Clock clock) {
        this.organizations = organizations;
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Organization create(NewOrganization request) {
        var organization = new Organization(Ids.next(), request, caller.subject(), clock.instant());
        requireFree(organization.slug(), organization.id());
        organizations.persist(organization);
        return organization;
    }

    @Transactional
    Organization change(UUID id, String ifMatch, OrganizationChange change) {
        Organization organization = organizations.lockOwned(id, caller.subject());
        ETags.require(ifMatch, organization.version());
        // Before the change: afterwards the query would write it first, and the constraint would speak instead of us.
        change.slug().ifPresent(slug -> requireFree(slug, id));
        organization.change(change, clock.instant());
        return organization;
    }

    /** Gives the organization to somebody else. Who works on its events stays as it is. */
    @Transactional
    void handOver(UUID id, String subject) {
        Organization organization = organizations.lockOwned(id, caller.subject());
        if (sql.query(OWNS_AN_EVENT, row -> 1, subject, id).isEmpty()) {
            throw new HandoverRefused();
        }
        organization.handOver(subject, clock.instant());
    }

    private void requireFree(String slug, UUID id) {
        if (organizations.slugTaken(slug, id)) {
            throw new SlugTaken();
        }
    }

    /** Lets only the owner pass; for everybody else the organization does not exist. */
    public void requireOwned(UUID organizationId) {
        organizations.requireOwned(organizationId, caller.subject());
    }
}
