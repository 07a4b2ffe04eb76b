package rapport.events.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import rapport.kit.id.Ids;
import rapport.kit.identity.Caller;

@ApplicationScoped
public class OrganizationService {
    private final OrganizationRepository organizations;
    private final Caller caller;
    private final Clock clock;

    OrganizationService(OrganizationRepository organizations, Caller caller, Clock clock) {
        this.organizations = organizations;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Organization create(NewOrganization request) {
        var organization = new Organization(Ids.next(), request, caller.subject(), clock.instant());
        if (organizations.slugTaken(organization.slug())) {
            throw new SlugTaken();
        }
        organizations.persist(organization);
        return organization;
    }

    /** Lets only the owner pass; for everybody else the organization does not exist. */
    public void requireOwned(UUID organizationId) {
        organizations.requireOwned(organizationId, caller.subject());
    }
}
