package rapport.followup.questiondigest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.idempotency.Idempotent;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;
import rapport.kit.problem.NotFound;

/** Questions to speakers, which are collected and sent to them once. */
@Path("/questions")
@RolesAllowed(Roles.ATTENDEE)
@Tag(name = "questions")
class QuestionResource {

    private static final String ASKED = """
            {"id":"0199a6f2-7c00-7000-8000-00000000aa01","speakerId":"0199a4f2-3000-7e10-8a00-0000000000d1",\
            "sessionId":"0199a4f2-3100-7d10-8a00-00000000005e","text":"Which registry do you use?","state":"COLLECTING",\
            "dueAt":"2026-11-21T05:00:00Z","askedAt":"2026-11-20T11:00:00Z"}""";

    private final Questions questions;
    private final Caller caller;
    private final Cursors cursors;

    QuestionResource(Questions questions, Caller caller, Cursors cursors) {
        this.questions = questions;
        this.caller = caller;
        this.cursors = cursors;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "askSpeaker",
            summary = "Put a question to a speaker",
            description =
                    "Questions are collected until some hours after the event, grouped by session, sent in one message"
                            + " and answered once; everybody who asked is told. At most three for each speaker of an event.")
    @APIResponse(responseCode = "404", description = "There is no such speaker.")
    @APIResponse(responseCode = "409", description = "The questions to this speaker were sent already.")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            schema = @Schema(implementation = QuestionView.class),
                            examples = @ExampleObject(name = "asked", value = ASKED)))
    public Response ask(@Valid @NotNull NewQuestion body) {
        QuestionView asked = questions.ask(caller.subject(), caller.displayName(), body);
        return Response.created(URI.create("/questions/" + asked.id()))
                .entity(asked)
                .build();
    }

    @GET
    @Operation(operationId = "listMyQuestions", summary = "One's own questions and their answers, the newest first")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = QuestionPage.class),
                            examples =
                                    @ExampleObject(name = "page", value = "{\"items\":[" + ASKED + "],\"next\":null}")))
    public Page<QuestionView> list(@BeanParam @Valid PageRequest page) {
        String scope = "questions:" + caller.subject();
        Optional<UUID> before = page.isFirst()
                ? Optional.empty()
                : Optional.of(
                        UUID.fromString(cursors.decode(scope, page.cursor()).getFirst()));
        List<QuestionView> rows = questions.own(caller.subject(), before, page.fetch());
        return Page.of(rows, page.limit(), last -> cursors.encode(scope, last.id()), Function.identity());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getMyQuestion", summary = "One's own question and its answer")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = QuestionView.class),
                            examples = @ExampleObject(name = "asked", value = ASKED)))
    public QuestionView get(UUID id) {
        return questions.own(caller.subject(), id).orElseThrow(() -> new NotFound("question"));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "withdrawQuestion", summary = "Take a question back before it is sent")
    @APIResponse(responseCode = "204", description = "Nobody reads it.")
    public void withdraw(UUID id) {
        questions.withdraw(caller.subject(), id);
    }
}
