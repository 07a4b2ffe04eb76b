package rapport.followup.dispatch;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.followup.followup.FollowUpFacts;
import rapport.followup.followup.FollowUpState;
import rapport.followup.mail.DeliveryIds;
import rapport.followup.mail.MailComposer;
import rapport.kit.id.Ids;
import rapport.kit.json.Json;
import rapport.kit.sql.Columns;

/** Writes what was decided about a batch, by one statement for each table. */
@ApplicationScoped
class JudgementWriter {

    // A delivery that may have reached somebody is never opened again: it is not returned, and its follow-up not sent.
    private static final String OPEN_DELIVERIES = """
            insert into delivery as ledger (id, follow_up_id, step_id, recipient, address_hash, message_id, state,
                                            attempts, claimed_at, owner, event_id, relayed)
            select id, follow_up_id, step_id, recipient, decode(address_hash, 'hex'), message_id, 'SENDING', 1, claimed_at,
                   owner, event_id, relayed
            from   unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::text[],
                          ?::uuid[], ?::boolean[])
                   as opened (id, follow_up_id, step_id, recipient, address_hash, message_id, claimed_at, owner, event_id,
                              relayed)
            order  by id
            on conflict (follow_up_id, step_id, recipient) do update
            set    state = 'SENDING', attempts = ledger.attempts + 1, claimed_at = excluded.claimed_at,
                   relayed = excluded.relayed, finished_at = null, reply_code = null, detail = null
            where  ledger.state = 'RETRY'
            returning follow_up_id
            """;

    // What is sent keeps its send_at while it is under way: no index knows of a claim then, and the update is HOT.
    private static final String PROGRESS = """
            update progress
            set    state = new.state, reason = new.reason,
                   send_at = case new.state when 'SENDING' then progress.send_at else new.send_at end, estimate_at = new.estimate_at,
                   due_at = coalesce(new.due_at, progress.due_at), not_after = new.not_after,
                   recipient = new.recipient, version = version + 1, change_xid = pg_current_xact_id(),
                   updated_at = new.updated_at, lease_until = new.lease_until,
                   fence = fence + case when new.state = 'SENDING' then 1 else 0 end,
                   attempts = attempts + case when new.state = 'SENDING' then 1 else 0 end
            from   unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                          ?::timestamptz[], ?::uuid[], ?::timestamptz[], ?::timestamptz[])
                   as new (id, state, reason, send_at, estimate_at, due_at, not_after, recipient, lease_until, updated_at)
            where  progress.follow_up_id = new.id
            """;

    private static final String DECISIONS = """
            insert into gate_decision (id, follow_up_id, decided_at, verdict, reason, gates, next_check_at, estimate_at)
            select * from unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],
                                 ?::timestamptz[], ?::timestamptz[])
            """;

    private final MailComposer composer;
    private final FollowUpFacts facts;
    private final Lines lines;

    JudgementWriter(MailComposer composer, FollowUpFacts facts, Lines lines) {
        this.composer = composer;
        this.facts = facts;
        this.lines = lines;
    }

    /** @return the follow-ups that may be sent now */
    Set<UUID> write(Connection connection, Judge.Judgement judgement, Instant now, Instant leaseUntil)
            throws SQLException {
        List<Judged> judged = judgement.judged();
        Set<UUID> opened =
                open(connection, judged.stream().filter(Judged::sends).toList(), now);
        progress(connection, judged, opened, now, leaseUntil);
        decisions(connection, judged, now);
        lines.move(connection, judgement.moves());
        facts.append(
                connection,
                judged.stream()
                        .filter(each -> each.isNews()
                                || each.sends() && !opened.contains(each.due().id()))
                        .map(each -> each.due().id())
                        .toList());
        return opened;
    }

    private Set<UUID> open(Connection connection, List<Judged> sending, Instant now) throws SQLException {
        Set<UUID> opened = new HashSet<>();
        if (sending.isEmpty()) {
            return opened;
        }
        try (var insert = connection.prepareStatement(OPEN_DELIVERIES)) {
            new Columns<>(connection, insert, sending)
                    .with("uuid", each -> DeliveryIds.of(step(each), to(each)))
                    .with("uuid", each -> each.due().id())
                    .with("uuid", JudgementWriter::step)
                    .with("uuid", JudgementWriter::to)
                    .with("text", JudgementWriter::addressHash)
                    .with("text", each -> composer.messageId(step(each), to(each)))
                    .with("timestamptz", each -> now)
                    .with("text", each -> each.due().asked().owner())
                    .with("uuid", each -> each.circumstances().event().id())
                    .with("bool", Judged::relayed);
            try (ResultSet row = insert.executeQuery()) {
                while (row.next()) {
                    opened.add(row.getObject(1, UUID.class));
                }
            }
        }
        return opened;
    }

    private static void progress(
            Connection connection, List<Judged> judged, Set<UUID> opened, Instant now, Instant leaseUntil)
            throws SQLException {
        try (var update = connection.prepareStatement(PROGRESS)) {
            new Columns<>(connection, update, judged)
                    .with("uuid", each -> each.due().id())
                    .with("text", each -> state(each, opened).name())
                    .with("text", each -> reason(each, opened))
                    .with("timestamptz", each -> sendAt(each, opened))
                    .with("timestamptz", each -> each.decision().estimatedSendAt())
                    .with("timestamptz", JudgementWriter::movedTo)
                    .with("timestamptz", Judged::notAfter)
                    .with("uuid", JudgementWriter::to)
                    .with("timestamptz", each -> state(each, opened) == FollowUpState.SENDING ? leaseUntil : null)
                    .with("timestamptz", each -> now);
            update.executeUpdate();
        }
    }

    private static void decisions(Connection connection, List<Judged> judged, Instant now) throws SQLException {
        try (var insert = connection.prepareStatement(DECISIONS)) {
            new Columns<>(connection, insert, judged)
                    .with("uuid", each -> Ids.next())
                    .with("uuid", each -> each.due().id())
                    .with("timestamptz", each -> now)
                    .with("text", each -> each.decision().verdict().name())
                    .with("text", each -> each.decision().reason())
                    .with("text", JudgementWriter::gates)
                    .with("timestamptz", each -> each.decision().nextCheckAt())
                    .with("timestamptz", each -> each.decision().estimatedSendAt());
            insert.executeUpdate();
        }
    }

    private static FollowUpState state(Judged judged, Set<UUID> opened) {
        boolean closed = judged.sends() && !opened.contains(judged.due().id());
        return closed ? FollowUpState.UNCERTAIN : judged.next();
    }

    private static String reason(Judged judged, Set<UUID> opened) {
        return state(judged, opened) == FollowUpState.UNCERTAIN
                ? "delivered-before"
                : judged.decision().reason();
    }

    private static Instant sendAt(Judged judged, Set<UUID> opened) {
        return state(judged, opened) == FollowUpState.HELD ? judged.decision().nextCheckAt() : null;
    }

    private static Instant movedTo(Judged judged) {
        return "event-moved".equals(judged.decision().reason())
                ? judged.decision().nextCheckAt()
                : null;
    }

    private static UUID step(Judged judged) {
        return judged.due().position().stepId();
    }

    private static UUID to(Judged judged) {
        return judged.circumstances().person().id();
    }

    private static String addressHash(Judged judged) {
        return HexFormat.of().formatHex(judged.circumstances().person().emailHash());
    }

    private static String gates(Judged judged) {
        try {
            return Json.lenient().writeValueAsString(judged.decision().gates());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("gate results are plain records", e);
        }
    }
}
