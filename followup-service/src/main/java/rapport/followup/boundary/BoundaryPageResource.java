package rapport.followup.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.followup.page.PageResource;
import rapport.followup.page.Pages;
import rapport.followup.page.Words;
import rapport.kit.problem.DomainException;

/** Where recipients read and change their rules without an account. */
@Path("/rules/{token}")
@PermitAll
@Tag(name = "recipients")
class BoundaryPageResource extends PageResource {

    private static final String PAGE = "<!doctype html>...";

    private final BoundaryDoor door;

    BoundaryPageResource(BoundaryDoor door, Pages pages) {
        super(pages);
        this.door = door;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "showRulesPage",
            summary = "The page with a recipient's own rules",
            description = "Reached by the link in a message; changes nothing.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_HTML, examples = @ExampleObject(name = "page", value = PAGE)))
    public Response show(String token, @HeaderParam("Accept-Language") String acceptLanguage) {
        Words words = Words.of(acceptLanguage);
        return door.behind(token)
                .map(holder -> page(200, words, form(words, BoundaryForm.of(door.boundary(holder), holder.zone()), "")))
                .orElseGet(() -> deadLink(words));
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "setRulesByLink",
            summary = "Set a recipient's own rules by the link in a message",
            description = "They count for every message that is not on its way yet.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_HTML, examples = @ExampleObject(name = "page", value = PAGE)))
    @APIResponse(responseCode = "412", description = "The rules were changed after the page was opened.")
    public Response set(
            String token, @HeaderParam("Accept-Language") String acceptLanguage, @BeanParam BoundaryForm form) {
        Words words = Words.of(acceptLanguage);
        Optional<BoundaryDoor.Holder> holder = door.behind(token);
        if (holder.isEmpty()) {
            return deadLink(words);
        }
        try {
            door.set(holder.get(), form);
            return page(200, words, pages.say(words, words.get("rules.done.title"), words.get("rules.done.text")));
        } catch (DomainException refused) {
            boolean changed = refused.kind().status() == 412;
            String why = words.get(changed ? "rules.changed" : "rules.refused");
            return page(changed ? 412 : 422, words, form(words, form, why));
        }
    }

    private String form(Words words, BoundaryForm form, String refused) {
        Map<String, Object> data = Map.of("form", form, "refused", refused, "days", DayOfWeek.values());
        return pages.draw("rules", words, data);
    }
}
