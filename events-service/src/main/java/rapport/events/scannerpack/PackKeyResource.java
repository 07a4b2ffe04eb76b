package rapport.events.scannerpack;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/scanner-pack-key")
@Tag(name = "Check-in")
@Produces(MediaType.APPLICATION_JSON)
class PackKeyResource {
    private final PackSigner signer;

    PackKeyResource(PackSigner signer) {
        this.signer = signer;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getScannerPackKey",
            summary = "The public key of scanner packs",
            description =
                    "A JSON Web Key. A gate keeps it from its set-up and believes no pack that another key has signed.")
    public PackKey get() {
        return signer.publicKey();
    }
}
