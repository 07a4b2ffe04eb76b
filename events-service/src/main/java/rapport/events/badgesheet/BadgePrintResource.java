package rapport.events.badgesheet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.staff.EventAccess;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/events/{id}/badge-prints")
@Tag(name = "Badges")
@RolesAllowed(Roles.ORGANIZER)
class BadgePrintResource {
    private static final UUID LATEST = new UUID(-1, -1);

    private final BadgePrints prints;
    private final EventAccess access;
    private final Cursors cursors;
    private final Caller caller;

    BadgePrintResource(BadgePrints prints, EventAccess access, Cursors cursors, Caller caller) {
        this.prints = prints;
        this.access = access;
        this.cursors = cursors;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "printBadges",
            summary = "Decide which badges to print on which paper (owners and editors)",
            description = "The sheet is then fetched as often as needed. 422 when no badge is selected.")
    @APIResponseSchema(value = BadgePrint.class, responseCode = "201", responseDescription = "The print.")
    public RestResponse<BadgePrint> print(UUID id, @Valid @NotNull NewBadgePrint body) {
        access.requireEditor(id);
        return RestResponse.status(RestResponse.Status.CREATED, prints.add(id, caller.subject(), body));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listBadgePrints",
            summary = "List the prints of badges, the latest first (owners and editors)")
    public Page<BadgePrint> list(UUID id, @BeanParam @Valid PageRequest page) {
        access.requireEditor(id);
        String scope = "badge-prints:" + id;
        UUID before = page.isFirst()
                ? LATEST
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        return Page.of(
                prints.page(id, before, page.fetch()),
                page.limit(),
                print -> cursors.encode(scope, print.id()),
                print -> print);
    }

    @GET
    @Path("{printId}/sheet.pdf")
    @Produces("application/pdf")
    @Operation(
            operationId = "getBadgeSheet",
            summary = "The badges of a print as PDF, sorted by name (owners and editors)",
            description =
                    "Print it at 100 %. It shows what is true now; badges that were revoked since the print are left out.")
    @APIResponse(
            responseCode = "200",
            description = "Pages of the layout's size.",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<InputStream> sheet(UUID id, UUID printId) throws IOException {
        access.requireEditor(id);
        BadgePrint print = prints.require(id, printId);
        List<Face> faces = prints.faces(printId);
        if (faces.isEmpty()) {
            throw PrintRefused.nothingToPrint();
        }
        return RestResponse.ResponseBuilder.ok(BadgeSheet.of(print.layout(), faces.iterator()))
                .header("Cache-Control", "private, no-store")
                .header("Content-Disposition", "attachment; filename=\"badges.pdf\"")
                .build();
    }
}
