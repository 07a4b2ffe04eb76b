package rapport.followup.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import rapport.followup.circumstances.Asked;
import rapport.followup.circumstances.Circumstances;
import rapport.followup.circumstances.CircumstancesReader;
import rapport.followup.decision.DecisionEngine;
import rapport.kit.sql.Columns;
import rapport.kit.sql.Sql;

/** The lines in front of recipients: reads who stands in them and tells those who are not decided now their new dates. */
@ApplicationScoped
class Lines {

    private static final String READ = """
            select p.follow_up_id, p.state, p.reason, p.approved_at, p.send_at, p.estimate_at, p.not_after,
                   f.owner, f.contact_id, f.event_id, f.session_id, f.encounter_id
            from   progress p
            join   follow_up f on f.id = p.follow_up_id
            where  p.recipient = any(?::uuid[]) and p.send_at is not null
            and    (p.state = 'HELD' and p.estimate_at is not null and p.reason in ('budget-exhausted', 'quiet-hours',
                    'sender-first-contacts', 'sender-unanswered')
                    or p.state = 'SCHEDULED' and p.send_at <= ?)
            and    p.follow_up_id <> all(?::uuid[])
            order  by p.follow_up_id
            """;

    // Whatever is locked is being changed by somebody who will look at the line afterwards.
    private static final String MOVE = """
            with still as materialized (
                 select follow_up_id from progress
                 where  follow_up_id = any(?::uuid[]) and state = 'HELD'
                 order  by follow_up_id
                 for update skip locked)
            update progress
            set    send_at = moved.send_at, estimate_at = moved.estimate_at, not_after = moved.not_after
            from   unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[])
                   as moved (id, send_at, estimate_at, not_after)
            join   still on still.follow_up_id = moved.id
            where  progress.follow_up_id = moved.id
            """;

    private record Row(UUID id, Asked asked, boolean held, InLine.Times times) {}

    /** A message that is told another date. */
    record Move(UUID id, Instant sendAt, Instant estimateAt, Instant notAfter) {}

    private final CircumstancesReader reader;

    Lines(CircumstancesReader reader) {
        this.reader = reader;
    }

    /** @param batch the follow-ups that are being decided */
    List<InLine> read(Connection connection, Collection<UUID> recipients, Collection<UUID> batch, Instant now)
            throws SQLException {
        if (recipients.isEmpty()) {
            return List.of();
        }
        List<Row> rows = Sql.query(connection, READ, Lines::row, recipients, now, batch);
        List<Circumstances> circumstances =
                reader.read(connection, rows.stream().map(Row::asked).toList());
        List<InLine> line = new ArrayList<>(rows.size());
        for (int at = 0; at < rows.size(); at++) {
            Row row = rows.get(at);
            line.add(new InLine(row.id(), row.asked(), row.held(), row.times(), circumstances.get(at)));
        }
        return line;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("follow_up_id", UUID.class),
                new Asked(
                        row.getString("owner"),
                        row.getObject("contact_id", UUID.class),
                        row.getObject("event_id", UUID.class),
                        row.getObject("session_id", UUID.class),
                        row.getObject("encounter_id", UUID.class)),
                "HELD".equals(row.getString("state")),
                new InLine.Times(
                        DecisionEngine.waitsForSender(row.getString("reason")) ? Sql.instant(row, "estimate_at") : null,
                        Sql.instant(row, "approved_at"),
                        Sql.instant(row, "send_at"),
                        Sql.instant(row, "estimate_at"),
                        Sql.instant(row, "not_after")));
    }

    void move(Connection connection, List<Move> moves) throws SQLException {
        if (moves.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement(MOVE)) {
            new Columns<>(connection, update, moves)
                    .with("uuid", Move::id)
                    .with("uuid", Move::id)
                    .with("timestamptz", Move::sendAt)
                    .with("timestamptz", Move::estimateAt)
                    .with("timestamptz", Move::notAfter);
            update.executeUpdate();
        }
    }
}
