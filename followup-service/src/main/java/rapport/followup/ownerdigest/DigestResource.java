package rapport.followup.ownerdigest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.edit.ETags;
import rapport.kit.identity.Roles;

@Path("/me/digest")
@RolesAllowed(Roles.ATTENDEE)
@Tag(name = "digest")
class DigestResource {

    private static final String EXAMPLE = """
            {"version":1,"frequency":"DAILY","weekday":"MONDAY","at":"07:30","zone":"Europe/Vienna",\
            "nextAt":"2026-11-26T06:30:00Z"}""";

    private final DigestService service;

    DigestResource(DigestService service) {
        this.service = service;
    }

    @GET
    @Operation(operationId = "getMyDigest", summary = "When I am told what needs me")
    @APIResponse(responseCode = "404", description = "Not at all.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = DigestView.class),
                            examples = @ExampleObject(name = "daily", value = EXAMPLE)))
    public Response mine() {
        return tagged(service.mine());
    }

    @PUT
    @Operation(
            operationId = "setMyDigest",
            summary = "Be told by mail what needs me, once a day or once a week",
            description = "Never an empty one, and never two for one day or week.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = DigestView.class),
                            examples = @ExampleObject(name = "daily", value = EXAMPLE)))
    public Response set(@HeaderParam("If-Match") String ifMatch, @Valid @NotNull NewDigest body) {
        return tagged(service.set(ifMatch, body));
    }

    @DELETE
    @Operation(operationId = "deleteMyDigest", summary = "Not be told by mail any more")
    public void delete() {
        service.delete();
    }

    private static Response tagged(Setting setting) {
        return Response.ok(DigestView.of(setting))
                .header("ETag", ETags.of(setting.version()))
                .build();
    }
}
