package rapport.followup.dispatch;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;

/** For operators who restored a backup. */
@Path("/dispatch/safe-mode")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "operations")
class SafeModeResource {

    private static final String ACTIVE = """
            {"active":true,"enteredAt":"2026-11-24T08:30:00Z","lostDeliveries":12}""";
    private static final String OVER = """
            {"active":false,"enteredAt":"2026-11-24T08:30:00Z","lostDeliveries":12,\
            "acknowledgedAt":"2026-11-24T09:10:00Z"}""";

    private final SafeMode safeMode;
    private final Caller caller;
    private final Clock clock;

    SafeModeResource(SafeMode safeMode, Caller caller, Clock clock) {
        this.safeMode = safeMode;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getSafeMode",
            summary = "Says whether sending stands still",
            description = "It does when a journal of what was sent knows more than the database, which then came from a"
                    + " backup.")
    @APIResponse(
            responseCode = "200",
            description = "The state",
            content =
                    @Content(
                            schema = @Schema(implementation = SafeModeView.class),
                            examples = @ExampleObject(name = "active", value = ACTIVE)))
    public SafeModeView get() {
        return safeMode.latest().orElse(SafeModeView.NEVER);
    }

    @POST
    @Path("acknowledgement")
    @Operation(
            operationId = "acknowledgeSafeMode",
            summary = "Lets sending go on after a restore",
            description =
                    "To be called when every replica has started once since the restore, so that all their journals"
                            + " were compared. What they know as sent is not sent again. Repeating it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The state afterwards",
            content =
                    @Content(
                            schema = @Schema(implementation = SafeModeView.class),
                            examples = @ExampleObject(name = "over", value = OVER)))
    public SafeModeView acknowledge() {
        safeMode.acknowledge(caller.subject(), clock.instant());
        return get();
    }
}
