package rapport.followup.audience;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Roles;

@Path("/audiences")
@RolesAllowed(Roles.ATTENDEE)
@Tag(name = "audiences")
class AudienceResource {

    private static final String EXAMPLE = """
            {"id":"0199a6f2-7c00-7000-8000-00000000aa01",\
            "followUpIds":["0199a6f2-7c00-7000-8000-00000000f001"],"withoutConsent":2,"beyondLimit":0}""";

    private final AudienceService service;

    AudienceResource(AudienceService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "draftForAudience",
            summary = "Draft follow-ups with those of one's contacts who were there",
            description =
                    "At most 50 at a time. Each draft is edited and approved alone; who does not belong to the audience"
                            + " any more when the message would be sent is not written to.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            schema = @Schema(implementation = AudienceView.class),
                            examples = @ExampleObject(name = "audience", value = EXAMPLE)))
    public Response draft(@Valid @NotNull NewAudience body) {
        return Response.status(Response.Status.CREATED)
                .entity(service.draft(body))
                .build();
    }
}
