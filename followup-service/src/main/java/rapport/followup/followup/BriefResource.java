package rapport.followup.followup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;

@Path("/followups/{id}/brief")
@RolesAllowed(Roles.ATTENDEE)
@Tag(name = "follow-ups")
class BriefResource {

    private static final String EXAMPLE = """
            {"followUpId":"0199a6f2-7c00-7000-8000-00000000f001",\
            "preparation":{"goal":"Learn about sepsis trials","context":null,"question":null,"offer":null},\
            "person":{"name":"Dr. Lucía López","speaker":true,"affiliation":"Hospital Clínic","links":{},\
            "talks":[{"title":"Early sepsis","event":"Young Cardiology Days"}]},\
            "interests":{"mine":["sepsis"],"theirs":["sepsis","registries"],"common":["sepsis"]},\
            "met":{"at":"2026-11-20T10:00:00Z","event":"Young Cardiology Days","place":"Poster hall B"},\
            "owed":{"promises":[{"by":"ME","what":"Send the slides","dueOn":"2026-12-04","overdue":false}],\
            "given":0,"received":1,"asked":0,"unthanked":1},\
            "boundary":{"mode":"OPEN","weeklyBudget":5,"remaining":3},"history":{"sent":0},\
            "checks":[{"weight":"BLOCKS","code":"question-or-offer-missing","pointer":"/preparation/question",\
            "reason":"Ask a question or offer something.",\
            "hint":"Ask one thing that can be answered in two minutes, or offer one thing they can use."}]}""";

    private final Briefing briefing;
    private final Caller caller;

    BriefResource(Briefing briefing, Caller caller) {
        this.briefing = briefing;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getBrief",
            summary = "What to have in mind before writing",
            description =
                    "Goal and question, the other person as far as they are public, where you met, what you owe each"
                            + " other, how many messages they still accept this week, and what the message lacks.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = BriefView.class),
                            examples = @ExampleObject(name = "brief", value = EXAMPLE)))
    public BriefView brief(UUID id) {
        return briefing.of(caller.subject(), id);
    }
}
