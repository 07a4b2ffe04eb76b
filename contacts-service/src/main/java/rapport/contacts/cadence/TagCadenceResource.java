package rapport.contacts.cadence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import rapport.kit.edit.Change;
import rapport.kit.edit.ETags;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/tag-cadences")
@Tag(name = "Cadence", description = "How often the owner wants to be in touch, and when to be reminded.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class TagCadenceResource {
    private final CadenceService service;
    private final TagCadenceRepository cadences;
    private final Cursors cursors;
    private final Caller caller;

    TagCadenceResource(CadenceService service, TagCadenceRepository cadences, Cursors cursors, Caller caller) {
        this.service = service;
        this.cadences = cadences;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listTagCadences", summary = "The cadences of the caller's tags, in the order of the tags")
    public Page<TagCadenceView> list(@BeanParam @Valid PageRequest page) {
        String scope = "tag-cadences:" + caller.subject();
        String after =
                page.isFirst() ? "" : cursors.decode(scope, page.cursor()).getFirst();
        return Page.of(
                cadences.page(caller.subject(), after, page.fetch()),
                page.limit(),
                cadence -> cursors.encode(scope, cadence.rhythm().tag()),
                TagCadenceView::of);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "addTagCadence",
            summary = "Says how often to be in touch with everybody who carries a tag",
            description = "Of several tags of a contact the tightest counts.")
    @APIResponse(
            responseCode = "201",
            description = "Added.",
            content = @Content(schema = @Schema(implementation = TagCadenceView.class)))
    public RestResponse<TagCadenceView> add(@Valid @NotNull NewTagCadence wanted) {
        TagCadenceView view = TagCadenceView.of(service.add(caller.subject(), wanted));
        return ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header("Location", "tag-cadences/" + view.id())
                .header("ETag", ETags.of(view.version()))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getTagCadence", summary = "The cadence of a tag")
    public RestResponse<TagCadenceView> get(UUID id) {
        return answer(cadences.require(caller.subject(), id));
    }

    @PATCH
    @Path("{id}")
    @Consumes(Change.MERGE_PATCH)
    @Operation(operationId = "changeTagCadence", summary = "Changes the cadence of a tag")
    @APIResponse(responseCode = "200", description = "The cadence after the change.")
    public RestResponse<TagCadenceView> change(
            UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull TagCadenceChange change) {
        return answer(service.change(caller.subject(), id, ifMatch, change));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "removeTagCadence", summary = "Removes the cadence of a tag")
    public void remove(UUID id) {
        service.remove(caller.subject(), id);
    }

    private static RestResponse<TagCadenceView> answer(TagCadence cadence) {
        return ResponseBuilder.ok(TagCadenceView.of(cadence))
                .header("ETag", ETags.of(cadence.version()))
                .build();
    }
}
