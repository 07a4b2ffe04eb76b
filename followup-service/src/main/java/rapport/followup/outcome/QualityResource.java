package rapport.followup.outcome;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;

@Path("/me/quality")
@RolesAllowed(Roles.ATTENDEE)
@Tag(name = "outcomes")
class QualityResource {

    private static final String QUALITY = """
            {"purposes":[{"purpose":"THANK","settled":8,"replied":6,"replyRate":0.75},\
            {"purpose":"QUESTION","settled":2,"replied":1}],\
            "promises":{"kept":4,"broken":0,"open":2,"overdue":1,"keptRate":0.8},\
            "outcomes":[{"kind":"ADVICE","count":3}]}""";

    private final QualityReader quality;
    private final Caller caller;
    private final Clock clock;

    QualityResource(QualityReader quality, Caller caller, Clock clock) {
        this.quality = quality;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getQuality",
            summary = "How well one's own follow-ups are received",
            description = "Rates, not volumes, of the last year; nobody is compared with anybody.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = QualityView.class),
                            examples = @ExampleObject(name = "quality", value = QUALITY)))
    public QualityView quality() {
        return quality.of(caller.subject(), clock.instant());
    }
}
