package rapport.events.checkin;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import rapport.events.staff.EventAccess;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.json.Parts;
import rapport.kit.limits.MaxBody;
import rapport.kit.limits.Misses;

/** Takes check-ins in. Answers once they are stored durably; until then no thread waits. */
@Path("/events/{id}/check-ins")
@Tag(name = "Check-in", description = "Who came in and went out.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class CheckInResource {
    private final CheckInIngest ingest;
    private final Parts parts;
    private final EventAccess access;
    private final Misses misses;
    private final Caller caller;

    CheckInResource(CheckInIngest ingest, Parts parts, EventAccess access, Misses misses, Caller caller) {
        this.ingest = ingest;
        this.parts = parts;
        this.access = access;
        this.misses = misses;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "checkIn", summary = "Check somebody in or out (staff)", description = """
                    Answered after a durable commit. The same check-in sent again is answered as REPLAY and changes nothing. In whatever
                    order check-ins arrive, the result is the same: they count by the time at the door.""")
    @APIResponse(
            responseCode = "201",
            description = "RECORDED.",
            content = @Content(schema = @Schema(implementation = CheckInAnswer.class)))
    @APIResponse(responseCode = "200", description = "REPLAY, ALREADY_IN or NOT_IN.")
    @APIResponse(
            responseCode = "202",
            description = "PENDING_UNKNOWN: stored, and counted as soon as the badge is known.",
            content = @Content(schema = @Schema(implementation = CheckInAnswer.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such event, or the badge is not accepted; the errors say why.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @APIResponse(responseCode = "409", description = "Another check-in was stored under this scanId.")
    @APIResponse(responseCode = "422", description = "The event has no such session.")
    public CompletionStage<RestResponse<CheckInAnswer>> checkIn(UUID id, @Valid @NotNull CheckInItem item) {
        access.requireScanner(id);
        String actor = caller.subject();
        misses.requireFew(actor);
        return ingest.take(id, actor, item).thenApply(answer -> {
            count(actor, List.of(answer));
            return respond(answer);
        });
    }

    @POST
    @Path("batch")
    @MaxBody(512 * 1024)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "uploadCheckIns",
            summary = "Store what a gate has gathered (staff)",
            description =
                    "At most 500 check-ins and 512 KB. One answer per item in the same order; one item's faults are no"
                            + " other item's business.")
    @APIResponse(responseCode = "200", description = "Every item has its answer.")
    public CompletionStage<UploadAnswer> upload(UUID id, @Valid @NotNull CheckInUpload upload) {
        access.requireScanner(id);
        String actor = caller.subject();
        misses.requireFew(actor);
        return ingest.take(id, actor, upload.sentAt(), parts.check(upload.items(), "scanId", CheckInItem::scanId))
                .thenApply(answers -> {
                    count(actor, answers);
                    return new UploadAnswer(answers);
                });
    }

    private void count(String actor, List<CheckInAnswer> answers) {
        misses.add(actor, answers.stream().filter(CheckInAnswer::isAMiss).count());
    }

    private static RestResponse<CheckInAnswer> respond(CheckInAnswer answer) {
        return switch (answer.outcome()) {
            case RECORDED -> RestResponse.status(Status.CREATED, answer);
            case REPLAY, ALREADY_IN, NOT_IN -> RestResponse.ok(answer);
            case PENDING_UNKNOWN -> RestResponse.accepted(answer);
            case REJECTED -> throw answer.asProblem();
        };
    }
}
