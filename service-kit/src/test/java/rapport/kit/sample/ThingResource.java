package rapport.kit.sample;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
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
import jakarta.ws.rs.QueryParam;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.kit.edit.Change;
import rapport.kit.edit.ETags;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.limits.MaxBody;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;
import rapport.kit.problem.NotFound;

@Path("/things")
class ThingResource {
    private final Caller caller;
    private final Cursors cursors;
    private final ThingStore store;

    ThingResource(Caller caller, Cursors cursors, ThingStore store) {
        this.caller = caller;
        this.cursors = cursors;
        this.store = store;
    }

    @GET
    public Page<Sample.ThingView> list(@BeanParam @Valid PageRequest page, @QueryParam("colour") Sample.Colour colour) {
        if (!page.isFirst()) {
            cursors.decode("things", page.cursor());
        }
        var rows = List.of(1, 2, 3).stream()
                .map(n -> new Sample.ThingView(new UUID(0, n), "n" + n, n))
                .limit(page.fetch())
                .toList();
        return Page.of(rows, page.limit(), row -> cursors.encode("things", row.id()), row -> row);
    }

    @POST
    @Idempotent
    @APIResponseSchema(value = Sample.ThingView.class, responseCode = "201", responseDescription = "Created")
    public RestResponse<Sample.ThingView> create(@Valid @NotNull Sample.NewThing body) throws SQLException {
        UUID id = store.insert(body.title());
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, new Sample.ThingView(id, body.title(), body.count()))
                .location(URI.create("/things/" + id))
                .header("ETag", ETags.of(1))
                .build();
    }

    @POST
    @Path("echo")
    public Sample.NewThing echo(@Valid Sample.NewThing body) {
        return body;
    }

    @POST
    @Path("ordered")
    public Sample.Ordered ordered(@Valid Sample.Ordered body) {
        return body;
    }

    @POST
    @Path("small")
    @MaxBody(100)
    public String small(@Valid Sample.NewThing body) {
        return "\"" + body.title() + "\"";
    }

    @GET
    @Path("{id}")
    public Sample.ThingView get(UUID id) {
        throw new NotFound("thing");
    }

    @PATCH
    @Path("{id}")
    @Consumes(Change.MERGE_PATCH)
    public Sample.ChangeView change(
            UUID id, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull Sample.ThingChange change) {
        ETags.require(ifMatch, 3);
        return new Sample.ChangeView(
                change.title().or("old"),
                String.valueOf(change.count().or(7)),
                String.valueOf(change.tags().or(List.of("kept"))));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.ORGANIZER)
    public void delete(UUID id) {
        throw new NotFound("thing");
    }

    @GET
    @Path("me")
    public List<String> me() {
        return List.of(
                caller.subject(),
                caller.displayName(),
                caller.verifiedEmail().orElse("-"),
                Boolean.toString(caller.is(Roles.ATTENDEE)));
    }

    @GET
    @Path("broken")
    public String broken(@QueryParam("max") @Max(3) Integer max) {
        throw new IllegalStateException("select secret from inside");
    }

    @GET
    @Path("large")
    @Produces("application/octet-stream")
    public InputStream large() {
        return new ByteArrayInputStream(new byte[16_000_000]);
    }

    @GET
    @Path("open")
    @PermitAll
    @Produces("text/plain")
    public String open() {
        return "open";
    }

    @GET
    @Path("named/{name}")
    public String named(String name) {
        return "\"" + name + "\"";
    }
}
