package rapport.followup.request;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import rapport.followup.correspondence.Correspondence;
import rapport.followup.page.PageResource;
import rapport.followup.page.Pages;
import rapport.followup.page.Words;

/** Where people who want to be asked first say whether somebody may write. */
@Path("/requests/{token}")
@PermitAll
@Tag(name = "recipients")
class RequestResource extends PageResource {

    private static final String PAGE = "<!doctype html>...";

    private final RequestAnswers answers;

    RequestResource(RequestAnswers answers, Pages pages) {
        super(pages);
        this.answers = answers;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "showRequestPage",
            summary = "The page on which a recipient answers a request to write",
            description = "Changes nothing: links are opened by scanners, too.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_HTML, examples = @ExampleObject(name = "page", value = PAGE)))
    public Response show(String token, @HeaderParam("Accept-Language") String acceptLanguage) {
        Words words = Words.of(acceptLanguage);
        return answers.behind(token)
                .map(card -> page(200, words, buttons(words, card)))
                .orElseGet(() -> deadLink(words));
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "answerRequest",
            summary = "Let a sender through, be asked later, decline or block",
            description =
                    "It counts for this sender only. The last answer counts; the same again gives the same answer.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_HTML, examples = @ExampleObject(name = "page", value = PAGE)))
    public Response answer(
            String token, @HeaderParam("Accept-Language") String acceptLanguage, @RestForm("answer") String answer) {
        Words words = Words.of(acceptLanguage);
        Optional<Correspondence> card = answers.behind(token);
        if (card.isEmpty()) {
            return deadLink(words);
        }
        Optional<RequestAnswer> chosen = RequestAnswer.of(answer);
        if (chosen.isEmpty()) {
            return page(422, words, buttons(words, card.get()));
        }
        answers.answer(card.get(), chosen.get());
        String text = words.with(
                "request.done." + chosen.get().name().toLowerCase(Locale.ROOT),
                card.get().ownerName());
        return page(200, words, pages.say(words, words.get("request.done.title"), text));
    }

    private String buttons(Words words, Correspondence card) {
        return pages.draw("request", words, Map.of("sender", card.ownerName()));
    }
}
