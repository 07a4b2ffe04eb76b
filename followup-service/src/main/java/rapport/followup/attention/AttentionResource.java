package rapport.followup.attention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rapport.kit.identity.Caller;
import rapport.kit.identity.Roles;
import rapport.kit.paging.Cursors;
import rapport.kit.paging.Page;
import rapport.kit.paging.PageRequest;

@Path("/me/attention")
@RolesAllowed(Roles.ATTENDEE)
@Tag(name = "follow-ups")
class AttentionResource {

    private static final String EXAMPLE = """
            {"items":[{"followUpId":"0199a6f2-7c00-7000-8000-00000000f001",\
            "contactId":"0199a6f2-7c00-7000-8000-00000000c001","need":"APPROVE","purpose":"THANK",\
            "subject":"Thank you for your talk","at":"2026-11-24T08:30:00Z"}],"next":null,"changes":null}""";

    private final AttentionReader reader;
    private final DataSource dataSource;
    private final Caller caller;
    private final Cursors cursors;
    private final Clock clock;

    AttentionResource(AttentionReader reader, DataSource dataSource, Caller caller, Cursors cursors, Clock clock) {
        this.reader = reader;
        this.dataSource = dataSource;
        this.caller = caller;
        this.cursors = cursors;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listAttention",
            summary = "Which of one's follow-ups need one",
            description =
                    "To be prepared or approved within a week, to be done, without the answer that was hoped for, not"
                            + " sent within the last two weeks, perhaps sent. What is snoozed is left out.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = AttentionPage.class),
                            examples = @ExampleObject(name = "page", value = EXAMPLE)))
    public Page<Item> list(@BeanParam @Valid PageRequest page) {
        String owner = caller.subject();
        String scope = "attention:" + owner;
        List<Item> items;
        try (Connection connection = dataSource.getConnection()) {
            if (page.isFirst()) {
                items = reader.read(connection, owner, clock.instant(), page.fetch());
            } else {
                List<String> after = cursors.decode(scope, page.cursor());
                items = reader.read(
                        connection,
                        owner,
                        clock.instant(),
                        Instant.parse(after.getFirst()),
                        UUID.fromString(after.get(1)),
                        page.fetch());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what needs its owner could not be read", e);
        }
        return Page.of(
                items,
                page.limit(),
                last -> cursors.encode(scope, last.at(), last.followUpId()),
                UnaryOperator.identity());
    }
}
