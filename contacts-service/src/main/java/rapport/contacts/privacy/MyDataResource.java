package rapport.contacts.privacy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;

@Path("/me/data")
@Tag(name = "Me", description = "What is held about the caller, and its erasure.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ATTENDEE)
class MyDataResource {
    private final HeldData held;
    private final Caller caller;

    MyDataResource(HeldData held, Caller caller) {
        this.held = held;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "exportMyData",
            summary = "Everything this service holds about the caller",
            description =
                    "The stored rows as they are. The other services have theirs. Who keeps the caller as a contact is named"
                            + " where the caller shares something with them or was asked to.")
    @APIResponseSchema(MyData.class)
    public RestResponse<InputStream> get() {
        return RestResponse.ResponseBuilder.ok(held.of(caller.subject()))
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
