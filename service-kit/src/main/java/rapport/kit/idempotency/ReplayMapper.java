package rapport.kit.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Writes a stored answer again, marked as such. */
@ApplicationScoped
class ReplayMapper {

    @ServerExceptionMapper
    public Response replayed(Replay replay) {
        StoredAnswer answer = replay.answer();
        Response.ResponseBuilder response = Response.status(answer.status()).header("Idempotency-Replayed", "true");
        answer.headers().forEach(response::header);
        return response.entity(answer.body()).build();
    }
}
