package rapport.followup.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.followup.decision.GateResult;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.json.Json;
import rapport.kit.problem.NotFound;

/** Tells owners what became of their follow-ups and why. */
@Path("/followups/{id}")
@RolesAllowed(Roles.ATTENDEE)
@Tag(name = "follow-ups")
class WhyResource {

    private static final String WHY = """
            {"state":"HELD","reason":"budget-exhausted","nextCheckAt":"2026-11-26T08:30:00Z",\
            "estimatedSendAt":"2026-11-26T08:30:00Z","decisions":[{"decidedAt":"2026-11-24T08:30:00Z","verdict":"HOLD",\
            "reason":"budget-exhausted","nextCheckAt":"2026-11-26T08:30:00Z","estimatedSendAt":"2026-11-26T08:30:00Z",\
            "gates":[{"gate":"ERASED","verdict":"PASS"},{"gate":"BUDGET","verdict":"HOLD","reason":"budget-exhausted",\
            "until":"2026-11-26T08:30:00Z"}]}]}""";

    private static final String DELIVERIES = """
            [{"id":"8c1c6f3e-7f0e-5a50-9b7a-3a2f6b1c0d11","messageId":"<8c1c6f3e-7f0e-5a50-9b7a-3a2f6b1c0d11@rapport.example>",\
            "state":"SENT","attempts":1,"claimedAt":"2026-11-24T08:30:00Z","finishedAt":"2026-11-24T08:30:02Z",\
            "replyCode":250}]""";

    private final Records records;
    private final Caller caller;

    WhyResource(Records records, Caller caller) {
        this.records = records;
        this.caller = caller;
    }

    @GET
    @Path("why")
    @Operation(operationId = "whyFollowUp", summary = "The recorded decisions of the gates, the latest first")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = WhyView.class),
                            examples = @ExampleObject(name = "held", value = WHY)))
    public WhyView why(UUID id) {
        return records.why(caller.subject(), id).orElseThrow(() -> new NotFound("follow-up"));
    }

    @GET
    @Path("deliveries")
    @Operation(operationId = "listDeliveries", summary = "What was handed to a mail server, and what it said")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = DeliveryPage.class),
                            examples = @ExampleObject(name = "deliveries", value = "{\"items\":" + DELIVERIES + "}")))
    public DeliveryPage deliveries(UUID id) {
        return new DeliveryPage(records.deliveries(caller.subject(), id).orElseThrow(() -> new NotFound("follow-up")));
    }

    /** Gate results as they were stored. */
    static List<GateResult> gates(String json) {
        try {
            return Json.lenient().readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored gate results are not readable", e);
        }
    }
}
