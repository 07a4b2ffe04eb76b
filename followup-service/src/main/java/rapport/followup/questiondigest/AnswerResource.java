package rapport.followup.questiondigest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import rapport.followup.page.PageResource;
import rapport.followup.page.Pages;
import rapport.followup.page.Words;
import rapport.followup.questiondigest.AnswerDesk.Shown;

/** Where speakers answer collected questions, once. */
@Path("/answers/{token}")
@PermitAll
@Tag(name = "recipients")
class AnswerResource extends PageResource {

    private static final String PAGE = "<!doctype html>...";

    private final AnswerDesk desk;

    AnswerResource(AnswerDesk desk, Pages pages) {
        super(pages);
        this.desk = desk;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "showAnswerPage",
            summary = "The page on which a speaker answers collected questions",
            description = "Changes nothing.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_HTML, examples = @ExampleObject(name = "page", value = PAGE)))
    public Response show(String token, @HeaderParam("Accept-Language") String acceptLanguage) {
        Words words = Words.of(acceptLanguage);
        return desk.behind(token)
                .map(shown -> shown.answered() ? answered(words) : page(200, words, form(words, shown, false)))
                .orElseGet(() -> deadLink(words));
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "answerQuestions",
            summary = "Answer collected questions",
            description = "Once: the first answer counts, and everybody whose question got one is told.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_HTML, examples = @ExampleObject(name = "page", value = PAGE)))
    public Response answer(
            String token,
            @HeaderParam("Accept-Language") String acceptLanguage,
            @RestForm("answer") List<String> answers) {
        Words words = Words.of(acceptLanguage);
        Optional<Shown> shown = desk.behind(token);
        if (shown.isEmpty()) {
            return deadLink(words);
        }
        boolean taken =
                shown.get().answered() || desk.answer(shown.get().digest(), answers == null ? List.of() : answers);
        return taken ? answered(words) : page(422, words, form(words, shown.get(), true));
    }

    private Response answered(Words words) {
        return page(200, words, pages.say(words, words.get("answers.done.title"), words.get("answers.done.text")));
    }

    private String form(Words words, Shown shown, boolean refused) {
        return pages.draw("answers", words, Map.of("questions", shown.digest().questions(), "refused", refused));
    }
}
