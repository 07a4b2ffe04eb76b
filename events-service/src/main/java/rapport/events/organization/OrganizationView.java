package rapport.events.organization;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = """
                {"id": "0199a4ef-1200-7a10-8a00-0000000000a1", "version": 1, "name": "Young Cardiologists",
                 "slug": "young-cardiologists", "createdAt": "2026-09-01T10:00:00Z"}""")
record OrganizationView(UUID id, long version, String name, String slug, Instant createdAt) {

    static OrganizationView of(Organization organization) {
        return new OrganizationView(
                organization.id(),
                organization.version(),
                organization.name(),
                organization.slug(),
                organization.createdAt());
    }
}
