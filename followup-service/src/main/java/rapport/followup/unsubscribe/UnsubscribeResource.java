package rapport.followup.unsubscribe;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
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

/** Where recipients say that they had enough. */
@Path("/stop/{token}")
@PermitAll
@Tag(name = "recipients")
class UnsubscribeResource extends PageResource {

    private static final String PAGE = "<!doctype html>...";

    private final Unsubscriptions unsubscriptions;

    UnsubscribeResource(Unsubscriptions unsubscriptions, Pages pages) {
        super(pages);
        this.unsubscriptions = unsubscriptions;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "showStopPage",
            summary = "The page on which a recipient stops or pauses messages",
            description = "Changes nothing: links are opened by scanners, too.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_HTML, examples = @ExampleObject(name = "page", value = PAGE)))
    public Response show(String token, @HeaderParam("Accept-Language") String acceptLanguage) {
        Words words = Words.of(acceptLanguage);
        return unsubscriptions
                .behind(token)
                .map(from -> page(200, words, form(words, from, false)))
                .orElseGet(() -> deadLink(words));
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "stopMessages",
            summary = "Stop or pause messages at once",
            description = "What mail programs do when their own button is pressed (RFC 8058), and what the page does."
                    + " Without a choice: this sender. The same again gives the same answer.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_HTML, examples = @ExampleObject(name = "page", value = PAGE)))
    public Response stop(
            String token,
            @HeaderParam("Accept-Language") String acceptLanguage,
            @RestForm("List-Unsubscribe") String oneClick,
            @RestForm("choice") String choice,
            @RestForm("until") String until) {
        Words words = Words.of(acceptLanguage);
        Optional<Correspondence> behind = unsubscriptions.behind(token);
        if (behind.isEmpty()) {
            return deadLink(words);
        }
        Correspondence from = behind.get();
        Optional<StopWish> wish = StopWish.of(choice, until, unsubscriptions.today(from));
        if (wish.isEmpty()) {
            return page(422, words, form(words, from, true));
        }
        StopWish possible = unsubscriptions.possible(from, wish.get());
        unsubscriptions.stop(from, possible);
        return page(200, words, pages.say(words, words.get("stop.done.title"), done(words, from, possible)));
    }

    private String form(Words words, Correspondence from, boolean refused) {
        LocalDate today = unsubscriptions.today(from);
        Map<String, Object> data = new HashMap<>();
        data.put("sender", sender(words, from));
        data.put("refused", refused);
        data.put("first", today.plusDays(1));
        data.put("last", StopWish.latest(today));
        return pages.draw("stop", words, data);
    }

    private static String done(Words words, Correspondence from, StopWish wish) {
        return switch (wish.choice()) {
            case SENDER -> words.with("stop.done.sender", sender(words, from));
            case PAUSE ->
                words.with(
                        "stop.done.pause",
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(words.locale())
                                .format(wish.until()));
            case ALL -> words.get("stop.done.all");
        };
    }

    private static String sender(Words words, Correspondence from) {
        return from.ownerName() == null ? words.get("somebody") : from.ownerName();
    }
}
