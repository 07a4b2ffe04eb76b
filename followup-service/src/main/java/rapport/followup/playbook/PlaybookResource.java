package rapport.followup.playbook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.followup.template.BuiltInTemplates;
import rapport.followup.template.TemplateLocale;
import rapport.kit.identity.Roles;

@Path("/playbooks")
@RolesAllowed(Roles.ATTENDEE)
@Tag(name = "playbooks")
class PlaybookResource {

    private static final String EXAMPLE = """
            {"items":[{"id":"thank-speaker","purpose":"THANK","name":"Thank a speaker",\
            "needs":["goal","context","question"],"steps":[{"template":"thank-speaker",\
            "anchors":["EVENT_END","ENCOUNTER"],"offsetDays":2,"offsetUnit":"DAYS","localTime":"09:30",\
            "subject":"Thank you for {{session.title|your talk}}","body":"Dear {{recipient.name|colleague}}, ..."}]}]}""";

    private final Playbooks playbooks;
    private final BuiltInTemplates templates;

    PlaybookResource(Playbooks playbooks, BuiltInTemplates templates) {
        this.playbooks = playbooks;
        this.templates = templates;
    }

    @GET
    @Operation(
            operationId = "listPlaybooks",
            summary = "Ways of following up that have proved themselves",
            description = "Begin one by creating a follow-up that names it.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = PlaybookPage.class),
                            examples = @ExampleObject(name = "playbooks", value = EXAMPLE)))
    public PlaybookPage list(
            @QueryParam("locale")
                    @Parameter(
                            description = "en unless given",
                            schema = @Schema(enumeration = {"en", "de", "fr", "es"}))
                    String locale) {
        TemplateLocale language = TemplateLocale.of(locale, "query:locale");
        return new PlaybookPage(playbooks.all().stream()
                .map(playbook -> PlaybookView.of(playbook, templates, language))
                .toList());
    }
}
