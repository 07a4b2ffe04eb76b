package rapport.events.badge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Roles;

@Path("/badges/{badgeId}")
@Tag(name = "Badges")
@RolesAllowed(Roles.ATTENDEE)
class BadgeResource {
    private final BadgeService service;
    private final BadgeTokens tokens;
    private final BadgeAccess access;

    BadgeResource(BadgeService service, BadgeTokens tokens, BadgeAccess access) {
        this.service = service;
        this.tokens = tokens;
        this.access = access;
    }

    @POST
    @Path("rotation")
    @Idempotent
    @RolesAllowed(Roles.ORGANIZER)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "rotateBadge",
            summary = "Revoke a badge and issue another one (owners and editors)",
            description = "Answers the new badge.")
    public BadgeView rotate(UUID badgeId) {
        access.forChanging(badgeId);
        Badge next = service.rotate(badgeId);
        return BadgeView.of(next, tokens.text(next.seed()));
    }

    @POST
    @Path("revocation")
    @RolesAllowed(Roles.ORGANIZER)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "revokeBadge", summary = "Revoke a badge (owners and editors)")
    public BadgeView revoke(UUID badgeId) {
        access.forChanging(badgeId);
        return BadgeView.of(service.revoke(badgeId), null);
    }

    @GET
    @Path("code.png")
    @Produces("image/png")
    @Operation(operationId = "getBadgePng", summary = "The QR code as PNG (owners, editors and the wearer)")
    public RestResponse<byte[]> png(UUID badgeId) {
        return picture(code(badgeId).png(), "image/png");
    }

    @GET
    @Path("code.svg")
    @Produces("image/svg+xml")
    @Operation(operationId = "getBadgeSvg", summary = "The QR code as SVG (owners, editors and the wearer)")
    public RestResponse<byte[]> svg(UUID badgeId) {
        return picture(code(badgeId).svg().getBytes(StandardCharsets.UTF_8), "image/svg+xml");
    }

    private QrCode code(UUID badgeId) {
        return new QrCode(tokens.text(access.forReading(badgeId).seed()));
    }

    private static RestResponse<byte[]> picture(byte[] bytes, String type) {
        return RestResponse.ResponseBuilder.ok(bytes)
                .type(type)
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
