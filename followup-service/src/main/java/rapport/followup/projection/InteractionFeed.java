package rapport.followup.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.kit.id.Ids;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;

/**
 * Learns that a contact has been in touch: that stops what was planned before it. An interaction that had not happened after
 * all takes its signal back; what was stopped because of it stays stopped.
 */
@ApplicationScoped
public class InteractionFeed implements MessageHandler {

    private static final String LOGGED = "interaction.logged.v1";
    private static final String REMOVED = "interaction.removed.v1";

    // What waits for the pair is asked about at once, but only what the signal stops: anything else would go before its
    // time.
    private static final String UPSERT_AND_SIGNAL = """
            with told as materialized (
                select distinct on ("interactionId")
                       "interactionId", "signalId", version, owner, "contactId", "personId", incoming, "occurredAt"
                from   jsonb_to_recordset(?::jsonb) as told ("interactionId" uuid, "signalId" uuid, version bigint,
                       owner text, "contactId" uuid, "personId" uuid, incoming boolean, "occurredAt" timestamptz)
                order  by "interactionId", version desc
            ), changed as (
                insert into interaction as known (interaction_id, version, owner, contact_id, person_id, incoming,
                                                  occurred_at)
                select "interactionId", version, owner, "contactId", "personId", incoming, "occurredAt"
                from   told
                on conflict (interaction_id) do update
                set    version = excluded.version, contact_id = excluded.contact_id, person_id = excluded.person_id,
                       incoming = excluded.incoming, occurred_at = excluded.occurred_at
                where  excluded.version > known.version
                returning interaction_id, owner, contact_id, person_id, incoming, occurred_at
            ), named as (
                select changed.*, told."signalId" as signal_id
                from   changed
                join   told on told."interactionId" = changed.interaction_id
            ), taken_back as (
                delete from stop_signal using named where stop_signal.id = named.signal_id and not named.incoming
            ), signalled as (
                insert into stop_signal (id, owner, person_id, contact_id, kind, at)
                select signal_id, owner, person_id, contact_id, 'INTERACTION', occurred_at
                from   named
                where  incoming
                on conflict (id) do update set at = excluded.at, person_id = excluded.person_id,
                                               contact_id = excluded.contact_id
                returning owner, contact_id, at
            ), drafted as (
                insert into replan (follow_up_id)
                select follow_up.id
                from   signalled
                join   follow_up on follow_up.owner = signalled.owner and follow_up.contact_id = signalled.contact_id
                join   progress on progress.follow_up_id = follow_up.id
                where  progress.state in ('DRAFT', 'NEEDS_PREPARATION') and progress.sent_at is not null
                on conflict do nothing
            )
            update progress
            set    send_at = least(send_at, now())
            from   follow_up, signalled
            where  follow_up.id = progress.follow_up_id and progress.state in ('SCHEDULED', 'HELD')
            and    progress.send_at is not null and follow_up.owner = signalled.owner
            and    follow_up.contact_id = signalled.contact_id and follow_up.created_at < signalled.at
            """;

    /** What is read of the message. */
    record Logged(
            UUID interactionId, String owner, UUID contactId, UUID personId, String direction, Instant occurredAt) {

        /** Seen from the owner: both mean that the contact has been in touch. */
        boolean incoming() {
            return "INBOUND".equals(direction) || "MUTUAL".equals(direction);
        }
    }

    private record Row(
            UUID interactionId,
            UUID signalId,
            long version,
            String owner,
            UUID contactId,
            UUID personId,
            boolean incoming,
            Instant occurredAt) {}

    @Override
    public String topic() {
        return "rapport.interaction.v1";
    }

    @Override
    public Set<String> types() {
        return Set.of(LOGGED, REMOVED);
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        Upsert.run(
                connection,
                UPSERT_AND_SIGNAL,
                batch.stream().map(InteractionFeed::row).toList());
    }

    private static Row row(Inbound message) {
        Logged told = message.read(Logged.class);
        message.requireKey(told.interactionId());
        boolean logged = message.type().equals(LOGGED);
        return new Row(
                told.interactionId(),
                Ids.derived(told.interactionId(), "stop"),
                message.version(),
                told.owner(),
                told.contactId(),
                told.personId(),
                logged && told.incoming(),
                told.occurredAt());
    }
}
