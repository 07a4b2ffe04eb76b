package rapport.contacts.introduction;

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
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/introductions")
@Tag(name = "Introductions", description = "Bringing two contacts together, if both want it.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class IntroductionResource {
    private static final UUID FIRST = new UUID(0, 0);

    private final IntroductionService service;
    private final IntroductionRepository introductions;
    private final Cursors cursors;
    private final Caller caller;
    private final Clock clock;

    IntroductionResource(
            IntroductionService service,
            IntroductionRepository introductions,
            Cursors cursors,
            Caller caller,
            Clock clock) {
        this.service = service;
        this.introductions = introductions;
        this.cursors = cursors;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "offerIntroduction",
            summary = "Offers two of the caller's contacts to introduce them to each other",
            description =
                    "Each answers for themselves. Only when both accept, anybody learns of it; a refusal looks like no"
                            + " answer. At most ten can be open.")
    @APIResponse(responseCode = "404", description = "One of the two is no contact of the caller.")
    @APIResponse(
            responseCode = "201",
            description = "Offered to both.",
            content = @Content(schema = @Schema(implementation = IntroductionView.class)))
    public RestResponse<IntroductionView> offer(@Valid @NotNull NewIntroduction wanted) {
        IntroductionView view = view(service.offer(caller.subject(), wanted));
        return ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header("Location", "introductions/" + view.id())
                .build();
    }

    @GET
    @Operation(operationId = "listIntroductions", summary = "The introductions that the caller offered, oldest first")
    public Page<IntroductionView> list(@BeanParam @Valid PageRequest page) {
        String scope = "introductions:" + caller.subject();
        UUID after = page.isFirst()
                ? FIRST
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        return Page.of(
                introductions.page(caller.subject(), after, page.fetch()),
                page.limit(),
                introduction -> cursors.encode(scope, introduction.id()),
                this::view);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getIntroduction", summary = "An introduction that the caller offered")
    public IntroductionView get(UUID id) {
        return view(introductions.require(caller.subject(), id));
    }

    @POST
    @Path("{id}/withdrawal")
    @Operation(
            operationId = "withdrawIntroduction",
            summary = "Takes an open introduction back",
            description = "It is gone for both sides. Again changes nothing.")
    public IntroductionView withdraw(UUID id) {
        return view(service.withdraw(caller.subject(), id));
    }

    private IntroductionView view(Introduction introduction) {
        return IntroductionView.of(introduction, clock.instant());
    }
}
