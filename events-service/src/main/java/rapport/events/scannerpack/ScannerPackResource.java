package rapport.events.scannerpack;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.staff.EventAccess;
import rapport.kit.identity.Roles;
import rapport.kit.json.Json;

@Path("/events/{id}/scanner-pack")
@Tag(name = "Check-in")
@RolesAllowed(Roles.ATTENDEE)
class ScannerPackResource {
    private static final String JOSE = "application/jose";

    private final PackMaker packs;
    private final PackSigner signer;
    private final EventAccess access;

    ScannerPackResource(PackMaker packs, PackSigner signer, EventAccess access) {
        this.packs = packs;
        this.signer = signer;
        this.access = access;
    }

    @GET
    @Produces(JOSE)
    @Operation(
            operationId = "getScannerPack",
            summary = "What a gate needs to work without a network (staff)",
            description = """
                    A compact JSON Web Signature (EdDSA, key by getScannerPackKey) over a JSON object: eventId, version, issuedAt,
                    expiresAt (a day later: then the pack decides nothing any more), salt, active, revoked, notConfirmed, sessions. A badge
                    is looked up as base64url of the first 10 bytes of HMAC-SHA-256 with the decoded salt as key over the SHA-256 of
                    the token in capitals, O read as 0, I and L as 1. No name is in it, and no badge can be printed with it. A badge that is in
                    none of the lists may have been issued since: let it be decided by people, record it, and upload it. Ask again with
                    If-None-Match.""")
    @APIResponse(
            responseCode = "200",
            description = "The signed pack.",
            content =
                    @Content(
                            mediaType = JOSE,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            examples = "eyJhbGciOiJFZERTQSJ9.eyJldmVudElkIjoiLi4uIn0.c2lnbmF0dXJl")))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the entity tag of If-None-Match.")
    public RestResponse<String> pack(UUID id, @HeaderParam("If-None-Match") String ifNoneMatch)
            throws JsonProcessingException {
        access.requireScanner(id);
        Pack pack = packs.of(id);
        String etag = '"' + pack.version() + '-' + pack.issuedAt().getEpochSecond() + '"';
        if (ifNoneMatch != null && Arrays.asList(ifNoneMatch.split("\\s*,\\s*")).contains(etag)) {
            return headed(RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED), etag);
        }
        return headed(
                RestResponse.ResponseBuilder.ok(signer.signed(Json.lenient().writeValueAsBytes(pack))), etag);
    }

    private static RestResponse<String> headed(RestResponse.ResponseBuilder<String> answer, String etag) {
        return answer.header("ETag", etag)
                .header("Cache-Control", "private, no-cache")
                .build();
    }
}
