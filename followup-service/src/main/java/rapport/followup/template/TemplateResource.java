package rapport.followup.template;

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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.edit.Change;
import rapport.kit.edit.ETags;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/templates")
@RolesAllowed(Roles.ATTENDEE)
@Tag(name = "templates")
class TemplateResource {

    private static final String EXAMPLE = """
            {"id":"0199a6f2-7c00-7000-8000-00000000d001","version":1,"name":"After a poster",\
            "texts":[{"locale":"en","subject":"Your poster at {{event.name|the congress}}",\
            "body":"Dear {{recipient.name|colleague}},\\n\\n{{question}}\\n\\n{{owner.name}}"}],\
            "createdAt":"2026-11-22T18:00:00Z","updatedAt":"2026-11-22T18:00:00Z"}""";

    private static final String PAGE = "{\"items\":[" + EXAMPLE + "],\"next\":null,\"changes\":null}";

    private final TemplateService service;
    private final TemplateTable templates;
    private final Caller caller;
    private final Cursors cursors;

    TemplateResource(TemplateService service, TemplateTable templates, Caller caller, Cursors cursors) {
        this.service = service;
        this.templates = templates;
        this.caller = caller;
        this.cursors = cursors;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "createTemplate",
            summary = "Write a template for oneself",
            description = "Placeholders: recipient.name, owner.name, event.name, session.title, met.on, goal, context,"
                    + " question, offer; {{name}} or {{name|what is written when it is unknown}}.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            schema = @Schema(implementation = TemplateView.class),
                            examples = @ExampleObject(name = "template", value = EXAMPLE)))
    public Response create(@Valid @NotNull NewTemplate body) {
        OwnTemplate created = service.create(body);
        return tagged(Response.created(URI.create("/templates/" + created.id())), created);
    }

    @GET
    @Operation(operationId = "listTemplates", summary = "One's own templates, the newest first")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = TemplatePage.class),
                            examples = @ExampleObject(name = "page", value = PAGE)))
    public Page<TemplateView> list(@BeanParam @Valid PageRequest page) {
        String owner = caller.subject();
        String scope = "templates:" + owner;
        UUID before = page.isFirst()
                ? null
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        List<OwnTemplate> rows = templates.newest(owner, before, page.fetch());
        return Page.of(rows, page.limit(), last -> cursors.encode(scope, last.id()), TemplateView::of);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getTemplate", summary = "A template of one's own, in its newest version")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = TemplateView.class),
                            examples = @ExampleObject(name = "template", value = EXAMPLE)))
    public Response get(UUID id) {
        return tagged(Response.ok(), templates.require(caller.subject(), id));
    }

    @PATCH
    @Path("{id}")
    @Consumes(Change.MERGE_PATCH)
    @Operation(
            operationId = "changeTemplate",
            summary = "Make the next version of a template",
            description = "What was written from an earlier version keeps its words.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = TemplateView.class),
                            examples = @ExampleObject(name = "template", value = EXAMPLE)))
    public Response change(UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull TemplateChange body) {
        return tagged(Response.ok(), service.change(id, ifMatch, body));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteTemplate", summary = "Delete a template; messages made from it stay as they are")
    public void delete(UUID id, @HeaderParam("If-Match") String ifMatch) {
        service.delete(id, ifMatch);
    }

    private static Response tagged(Response.ResponseBuilder answer, OwnTemplate template) {
        return answer.entity(TemplateView.of(template))
                .header("ETag", ETags.of(template.version()))
                .build();
    }
}
