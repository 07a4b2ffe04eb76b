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
 * Learns that somebody took back what they had shared with an owner: that stops whatever the owner had written until then, also
 * drafts. What is written later is only held, as to everybody who shares nothing; consent that is given again brings nothing
 * back.
 */
@ApplicationScoped
public class ConsentFeed implements MessageHandler {

    private static final String WITHDRAWN = "consent.withdrawn.v1";

    // Only between people who know each other here: nothing was written to others, and of erased ones nothing is kept
    // again.
    private static final String SIGNAL_AND_STOP = """
            with told as materialized (
                select distinct on ("signalId") "signalId", owner, "personId", "withdrawnAt"
                from   jsonb_to_recordset(?::jsonb) as told ("signalId" uuid, owner text, "personId" uuid,
                       "withdrawnAt" timestamptz)
            ), signalled as (
                insert into stop_signal (id, owner, person_id, kind, at)
                select "signalId", owner, "personId", 'CONSENT_WITHDRAWN', "withdrawnAt"
                from   told
                where  exists (select from contact c where c.owner = told.owner and c.person_id = told."personId")
                on conflict (id) do nothing
                returning owner, person_id, at
            ), unsent as (
                select p.follow_up_id, p.state
                from   signalled
                join   contact c on c.owner = signalled.owner and c.person_id = signalled.person_id
                join   follow_up f on f.contact_id = c.contact_id and f.owner = c.owner
                join   progress p on p.follow_up_id = f.id
                where  f.created_at < signalled.at and f.channel <> 'MANUAL'
            ), drafted as (
                insert into replan (follow_up_id)
                select follow_up_id from unsent where state in ('DRAFT', 'NEEDS_PREPARATION')
                on conflict do nothing
            )
            update progress
            set    send_at = least(send_at, now())
            from   unsent
            where  progress.follow_up_id = unsent.follow_up_id and progress.state in ('SCHEDULED', 'HELD')
            and    progress.send_at is not null
            """;

    /** What is read of the message. */
    record Withdrawn(UUID consentId, UUID personId, String owner, UUID receiptId, Instant withdrawnAt) {}

    /** @param signalId the same for a withdrawal that is told again */
    private record Row(UUID signalId, String owner, UUID personId, Instant withdrawnAt) {}

    @Override
    public String topic() {
        return "rapport.consent.v1";
    }

    @Override
    public Set<String> types() {
        return Set.of(WITHDRAWN);
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        Upsert.run(
                connection,
                SIGNAL_AND_STOP,
                batch.stream().map(ConsentFeed::row).toList());
    }

    private static Row row(Inbound message) {
        Withdrawn told = message.read(Withdrawn.class);
        message.requireKey(told.consentId());
        return new Row(Ids.derived(told.receiptId(), "stop"), told.owner(), told.personId(), told.withdrawnAt());
    }
}
