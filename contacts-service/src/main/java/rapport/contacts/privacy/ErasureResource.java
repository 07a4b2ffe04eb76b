package rapport.contacts.privacy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;

@Path("/me/erasure")
@Tag(name = "Me", description = "What is held about the caller, and its erasure.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class ErasureResource {
    private final ErasureService service;
    private final Caller caller;

    ErasureResource(ErasureService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "requestErasure",
            summary = "Has everything about the caller erased, in all services",
            description = """
                    Cannot be taken back. Contacts, notes and everything else that the caller owns, registrations, badges, and what
                    others keep about them goes; messages to and from them are stopped. Asking again answers with the request that
                    runs, or with the one that is complete as long as nothing new is held. Nobody but the caller can bring them
                    back, by signing in and registering again.""")
    @APIResponse(
            responseCode = "202",
            description = "It is on its way; getMyErasure tells how far.",
            content = @Content(schema = @Schema(implementation = ErasureView.class)))
    public RestResponse<ErasureView> request() {
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.ACCEPTED, ErasureView.of(service.request(caller.subject())))
                .header("Location", "me/erasure")
                .build();
    }

    @GET
    @Operation(
            operationId = "getMyErasure",
            summary = "How far the caller's latest erasure is",
            description = "Which service has confirmed that it holds nothing any more.")
    @APIResponse(
            responseCode = "200",
            description = "The latest one.",
            content = @Content(schema = @Schema(implementation = ErasureView.class)))
    @APIResponse(responseCode = "404", description = "The caller never asked for one.")
    public RestResponse<ErasureView> get() {
        return RestResponse.ResponseBuilder.ok(ErasureView.of(service.latest(caller.subject())))
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
