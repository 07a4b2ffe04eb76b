package rapport.events.organization;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.kit.edit.Change;
import rapport.kit.edit.ETags;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/organizations")
@Tag(name = "Organizations", description = "Who runs events.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANIZER)
class OrganizationResource {
    private static final UUID START = new UUID(0, 0);

    private final OrganizationService service;
    private final OrganizationRepository organizations;
    private final Caller caller;
    private final Cursors cursors;

    OrganizationResource(
            OrganizationService service, OrganizationRepository organizations, Caller caller, Cursors cursors) {
        this.service = service;
        this.organizations = organizations;
        this.caller = caller;
        this.cursors = cursors;
    }

    @POST
    @Idempotent
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createOrganization", summary = "Create an organization; the caller becomes its owner")
    @APIResponseSchema(value = OrganizationView.class, responseCode = "201", responseDescription = "Created")
    public RestResponse<OrganizationView> create(@Valid @NotNull NewOrganization body) {
        var view = OrganizationView.of(service.create(body));
        return RestResponse.ResponseBuilder.<OrganizationView>created(URI.create("/organizations/" + view.id()))
                .entity(view)
                .header("ETag", ETags.of(view.version()))
                .build();
    }

    @GET
    @Operation(operationId = "listOrganizations", summary = "List the caller's organizations")
    public Page<OrganizationView> list(@BeanParam @Valid PageRequest page) {
        String scope = "organizations:" + caller.subject();
        UUID after = page.isFirst()
                ? START
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        List<Organization> rows = organizations.owned(caller.subject(), after, page.fetch());
        return Page.of(rows, page.limit(), row -> cursors.encode(scope, row.id()), OrganizationView::of);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getOrganization", summary = "Read an organization of the caller")
    public RestResponse<OrganizationView> get(UUID id) {
        var view = OrganizationView.of(organizations.requireOwned(id, caller.subject()));
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", ETags.of(view.version()))
                .build();
    }

    @PATCH
    @Path("{id}")
    @Consumes(Change.MERGE_PATCH)
    @Operation(operationId = "changeOrganization", summary = "Rename an organization of the caller")
    public RestResponse<OrganizationView> change(
            UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull OrganizationChange body) {
        var view = OrganizationView.of(service.change(id, ifMatch, body));
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", ETags.of(view.version()))
                .build();
    }

    @POST
    @Path("{id}/handover")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "handOverOrganization",
            summary = "Make somebody else the owner of an organization of the caller",
            description = "The caller loses the organization at once; the staff of its events stays as it is.")
    public void handOver(UUID id, @Valid @NotNull Handover body) {
        service.handOver(id, body.subject());
    }
}
