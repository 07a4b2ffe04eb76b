package rapport.contacts.scan;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.json.Parts;
import rapport.kit.limits.MaxBody;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

/** Takes scans in. Answers once they are stored durably; until then no thread waits. */
@Path("/scans")
@Tag(name = "Scans", description = "Badges read by the owner's phones.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class ScanResource {
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    /** As many scans one request looks through for an outcome, at most: no index that every scan would have to keep knows it. */
    private static final int STRETCH = 5000;

    private final ScanIngest ingest;
    private final Parts parts;
    private final ScanRepository scans;
    private final Cursors cursors;
    private final Caller caller;

    ScanResource(ScanIngest ingest, Parts parts, ScanRepository scans, Cursors cursors, Caller caller) {
        this.ingest = ingest;
        this.parts = parts;
        this.scans = scans;
        this.cursors = cursors;
        this.caller = caller;
    }

    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "storeScan",
            summary = "Stores one scan",
            description =
                    "Answered after a durable commit. The same scan sent again is answered as REPLAY and changes nothing.")
    @APIResponse(
            responseCode = "201",
            description = "A new contact.",
            content = @Content(schema = @Schema(implementation = ScanAnswer.class)))
    @APIResponse(responseCode = "200", description = "UPDATED, REPLAY or NEEDS_CONSENT.")
    @APIResponse(
            responseCode = "202",
            description = "PENDING: stored, the registration behind the badge is not known yet.",
            content = @Content(schema = @Schema(implementation = ScanAnswer.class)))
    @APIResponse(
            responseCode = "404",
            description = "The badge is not accepted.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @APIResponse(responseCode = "409", description = "Another scan was stored under this scanId.")
    @APIResponse(responseCode = "422", description = "The caller's own badge.")
    public CompletionStage<RestResponse<ScanAnswer>> scan(@Valid @NotNull ScanItem item) {
        return ingest.take(caller.subject(), item).thenApply(ScanResource::respond);
    }

    @POST
    @NonBlocking
    @Path("batch")
    @MaxBody(512 * 1024)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "uploadScans",
            summary = "Stores what a phone has gathered",
            description =
                    "At most 500 scans and 512 KB. One answer per item in the same order; one item's faults are no"
                            + " other item's business.")
    @APIResponse(responseCode = "200", description = "Every item has its answer.")
    public CompletionStage<UploadAnswer> upload(@Valid @NotNull ScanUpload upload) {
        return ingest.take(caller.subject(), upload.sentAt(), parts.check(upload.items(), "scanId", ScanItem::scanId))
                .thenApply(UploadAnswer::new);
    }

    @GET
    @Operation(
            operationId = "listScans",
            summary = "The caller's scans, in the order of their ids",
            description =
                    "With an outcome a page looks through at most 5000 scans: of owners who have more, it may hold fewer than"
                            + " asked for, even none, and have a next one.")
    public Page<ScanView> list(
            @BeanParam @Valid PageRequest page,
            @QueryParam("outcome") @Parameter(description = "Only those that were answered like this.")
                    Outcome outcome) {
        String scope = "scans:" + caller.subject() + ":" + outcome;
        UUID after = page.isFirst()
                ? FIRST
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        if (outcome == null) {
            return Page.of(
                    scans.page(caller.subject(), after, page.fetch()),
                    page.limit(),
                    scan -> cursors.encode(scope, scan.scanId()),
                    StoredScan::view);
        }
        Optional<UUID> end = scans.endOfStretch(caller.subject(), after, STRETCH);
        return Page.ofStretch(
                scans.page(caller.subject(), outcome, after, end.orElse(LAST), page.fetch()),
                page.limit(),
                scan -> cursors.encode(scope, scan.scanId()),
                StoredScan::view,
                end.map(id -> cursors.encode(scope, id)).orElse(null));
    }

    private static RestResponse<ScanAnswer> respond(ScanAnswer answer) {
        return switch (answer.outcome()) {
            case CREATED ->
                ResponseBuilder.create(Status.CREATED, answer)
                        .header("Location", "contacts/" + answer.contactId())
                        .build();
            case UPDATED, REPLAY, NEEDS_CONSENT -> RestResponse.ok(answer);
            case PENDING -> RestResponse.accepted(answer);
            case REFUSED, REJECTED -> throw Refusal.ofCode(answer.code()).asProblem();
        };
    }
}
