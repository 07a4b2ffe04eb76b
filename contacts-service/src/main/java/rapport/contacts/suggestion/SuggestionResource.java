package rapport.contacts.suggestion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/speaker-suggestions")
@Tag(name = "Suggestions", description = "Speakers whom the caller heard.")
@RolesAllowed(Roles.ATTENDEE)
@Produces(MediaType.APPLICATION_JSON)
class SuggestionResource {
    private static final UUID FIRST = new UUID(0, 0);

    private final Suggestions suggestions;
    private final Cursors cursors;
    private final Caller caller;

    SuggestionResource(Suggestions suggestions, Cursors cursors, Caller caller) {
        this.suggestions = suggestions;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listSpeakerSuggestions",
            summary = "Speakers of sessions that the caller attended and who are no contacts yet",
            description = "POST /contacts with the speaker's id keeps one. Nobody else sees what the caller attended.")
    public Page<SuggestionView> list(@BeanParam @Valid PageRequest page) {
        String scope = "speaker-suggestions:" + caller.subject();
        UUID after = page.isFirst()
                ? FIRST
                : UUID.fromString(cursors.decode(scope, page.cursor()).getFirst());
        return Page.of(
                suggestions.page(caller.subject(), after, page.fetch()),
                page.limit(),
                row -> cursors.encode(scope, row.get("speaker_id")),
                SuggestionView::of);
    }

    @POST
    @Path("{speakerId}/dismissal")
    @Operation(
            operationId = "dismissSpeakerSuggestion",
            summary = "Does not suggest this speaker again",
            description = "The same again changes nothing. The speaker can still be added as a contact.")
    public void dismiss(UUID speakerId) {
        suggestions.dismiss(caller.subject(), speakerId);
    }
}
