package rapport.followup.inbound;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a mail provider posts what arrived at the reply domain, instead of or besides SMTP. */
@Path("/inbound/mail")
@PermitAll
@Tag(name = "inbound")
class InboundMailResource {

    private final Inbox inbox;
    private final WebhookSignature signature;

    InboundMailResource(Inbox inbox, WebhookSignature signature) {
        this.inbox = inbox;
        this.signature = signature;
    }

    @POST
    @Consumes("message/rfc822")
    @Operation(
            operationId = "receiveMail",
            summary = "Take a mail that arrived for a reply address",
            description =
                    "Signed as Standard Webhooks are: HMAC-SHA-256 over id, timestamp and body. The same mail again"
                            + " changes nothing. What belongs to no message is taken and forgotten.")
    @APIResponse(responseCode = "204", description = "Taken.")
    @APIResponse(responseCode = "401", description = "Not signed with the shared secret, or too long ago.")
    public void receive(
            @HeaderParam("webhook-id") String id,
            @HeaderParam("webhook-timestamp") String timestamp,
            @HeaderParam("webhook-signature") String signatures,
            byte[] mail) {
        signature.require(id, timestamp, signatures, mail);
        inbox.receive(mail, List.of());
    }
}
