package rapport.events.livecount;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import rapport.events.staff.EventAccess;
import rapport.kit.identity.Roles;

@Path("/events/{id}/live-counts")
@Tag(name = "Check-in")
@RolesAllowed(Roles.ATTENDEE)
@Blocking
class LiveCountResource {
    private static final long RECONNECT_MILLIS = 2_000;

    private final CountBoard board;
    private final RecentCounts counts;
    private final EventAccess access;

    LiveCountResource(CountBoard board, RecentCounts counts, EventAccess access) {
        this.board = board;
        this.counts = counts;
        this.access = access;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getLiveCounts",
            summary = "How many are in: per event, room, session and gate (staff)",
            description = "Counted from the log, at most a few seconds ago.")
    public RestResponse<LiveCounts> get(UUID id) {
        access.requireScanner(id);
        return RestResponse.ResponseBuilder.ok(counts.of(id))
                .header("Cache-Control", "private, no-store")
                .build();
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamLiveCounts",
            summary = "The counts as server-sent events (staff)",
            description = """
                    Begins with the whole state and sends it again whenever it has changed, at most once a second, as events of the type
                    counts whose data is what getLiveCounts answers; whoever reconnects misses nothing. A comment is sent when there is
                    nothing to say. The stream ends after a quarter of an hour: open it again with a fresh token. 503 when too many
                    streams are open.""")
    @APIResponse(
            responseCode = "200",
            description = "A stream of events.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = LiveCounts.class)))
    public Multi<OutboundSseEvent> stream(UUID id, @Context Sse sse) {
        access.requireScanner(id);
        return board.listen(id).map(notice -> event(notice, sse));
    }

    private static OutboundSseEvent event(Notice notice, Sse sse) {
        return switch (notice) {
            case Notice.Counted(var number, var counts) ->
                sse.newEventBuilder()
                        .name("counts")
                        .id(Long.toString(number))
                        .reconnectDelay(RECONNECT_MILLIS)
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(LiveCounts.class, counts)
                        .build();
            case Notice.Heartbeat() ->
                sse.newEventBuilder().comment("still here").build();
        };
    }
}
