package rapport.contacts.mentoring;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.identity.Roles;

@Path("/mentors/{id}")
@Tag(name = "Mentoring", description = "Finding a mentor by goal, and being one.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class MentorResource {
    private final Profiles profiles;
    private final MentoringViews views;

    MentorResource(Profiles profiles, MentoringViews views) {
        this.profiles = profiles;
        this.views = views;
    }

    @GET
    @Operation(operationId = "getMentor", summary = "The public profile of a mentor")
    public MentorView get(UUID id) {
        return views.mentor(profiles.requireActive(id));
    }
}
