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

/** Keeps what follow-ups need to know of events: when they end, where, and whether they take place. */
@ApplicationScoped
public class EventFeed implements MessageHandler {

    static final String CHANGED = "event.changed.v1";
    private static final String DELETED = "event.deleted.v1";

    // What waits is planned anew soon after; what is told again, as when the topic is read anew, has not changed.
    private static final String UPSERT = """
            with changed as (
                insert into event as known (event_id, version, deleted, name, zone, end_instant, status, contact_mode,
                                            follow_up_window_days)
                select distinct on ("eventId")
                       "eventId", version, deleted, name, zone, "endInstant", status, "contactMode", "followUpWindowDays"
                from   jsonb_to_recordset(?::jsonb) as incoming ("eventId" uuid, version bigint, deleted boolean, name text,
                       zone text, "endInstant" timestamptz, status text, "contactMode" text, "followUpWindowDays" integer)
                order  by "eventId", version desc
                on conflict (event_id) do update
                set    version = excluded.version, deleted = excluded.deleted, name = excluded.name, zone = excluded.zone,
                       end_instant = excluded.end_instant, status = excluded.status,
                       contact_mode = excluded.contact_mode, follow_up_window_days = excluded.follow_up_window_days
                where  excluded.version > known.version
                returning event_id
            )
            insert into replan (follow_up_id)
            select follow_up.id
            from   changed
            join   follow_up on follow_up.event_id = changed.event_id
            join   progress on progress.follow_up_id = follow_up.id
            where  progress.state in ('DRAFT', 'NEEDS_PREPARATION', 'SCHEDULED', 'HELD')
            order  by follow_up.id
            on conflict do nothing
            """;

    /** What is read of the message. */
    record Changed(
            UUID eventId,
            String name,
            String zone,
            Instant endInstant,
            String status,
            String contactMode,
            Integer followUpWindowDays) {}

    private record Row(
            UUID eventId,
            long version,
            boolean deleted,
            String name,
            String zone,
            Instant endInstant,
            String status,
            String contactMode,
            Integer followUpWindowDays) {}

    @Override
    public String topic() {
        return "rapport.event.v1";
    }

    @Override
    public Set<String> types() {
        return Set.of(CHANGED, DELETED);
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        Upsert.run(connection, UPSERT, batch.stream().map(EventFeed::row).toList());
    }

    private static Row row(Inbound message) {
        if (message.type().equals(DELETED)) {
            return new Row(message.aggregateId(), message.version(), true, null, null, null, null, null, null);
        }
        Changed event = message.read(Changed.class);
        message.requireKey(event.eventId());
        return new Row(
                event.eventId(),
                message.version(),
                false,
                event.name(),
                event.zone(),
                event.endInstant(),
                event.status(),
                event.contactMode(),
                event.followUpWindowDays());
    }
}
