package rapport.followup.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;

/** Keeps what follow-ups need to know of sessions: their title and when they end. */
@ApplicationScoped
public class SessionFeed implements MessageHandler {

    static final String CHANGED = "session.changed.v1";
    private static final String DELETED = "session.deleted.v1";

    // What waits is planned anew soon after; what is told again, as when the topic is read anew, has not changed.
    private static final String UPSERT = """
            with changed as (
                insert into session as known (session_id, version, deleted, event_id, title, end_instant, status, speakers)
                select distinct on ("sessionId")
                       "sessionId", version, deleted, "eventId", title, "endInstant", status, speakers
                from   jsonb_to_recordset(?::jsonb) as incoming ("sessionId" uuid, version bigint, deleted boolean,
                       "eventId" uuid, title text, "endInstant" timestamptz, status text, speakers jsonb)
                order  by "sessionId", version desc
                on conflict (session_id) do update
                set    version = excluded.version, deleted = excluded.deleted, event_id = excluded.event_id,
                       title = excluded.title, end_instant = excluded.end_instant, status = excluded.status,
                       speakers = excluded.speakers
                where  excluded.version > known.version
                returning session_id
            )
            insert into replan (follow_up_id)
            select follow_up.id
            from   changed
            join   follow_up on follow_up.session_id = changed.session_id
            join   progress on progress.follow_up_id = follow_up.id
            where  progress.state in ('DRAFT', 'NEEDS_PREPARATION', 'SCHEDULED', 'HELD')
            order  by follow_up.id
            on conflict do nothing
            """;

    /** What is read of the message. */
    record Changed(
            UUID sessionId, UUID eventId, String title, Instant endInstant, String status, List<OnStage> speakers) {}

    record OnStage(UUID personId) {}

    private record Row(
            UUID sessionId,
            long version,
            boolean deleted,
            UUID eventId,
            String title,
            Instant endInstant,
            String status,
            List<OnStage> speakers) {}

    @Override
    public String topic() {
        return "rapport.session.v1";
    }

    @Override
    public Set<String> types() {
        return Set.of(CHANGED, DELETED);
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        Upsert.run(connection, UPSERT, batch.stream().map(SessionFeed::row).toList());
    }

    private static Row row(Inbound message) {
        if (message.type().equals(DELETED)) {
            return new Row(message.aggregateId(), message.version(), true, null, null, null, null, List.of());
        }
        Changed session = message.read(Changed.class);
        message.requireKey(session.sessionId());
        return new Row(
                session.sessionId(),
                message.version(),
                false,
                session.eventId(),
                session.title(),
                session.endInstant(),
                session.status(),
                session.speakers() == null ? List.of() : session.speakers());
    }
}
