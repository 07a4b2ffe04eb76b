package rapport.followup.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.followup.circumstances.Asked;
import rapport.followup.dispatch.Due.Position;
import rapport.followup.dispatch.Due.Words;
import rapport.followup.planning.Anchor;
import rapport.followup.planning.OffsetUnit;
import rapport.followup.planning.Schedule;
import rapport.followup.preparation.Preparation;
import rapport.followup.preparation.Purpose;
import rapport.kit.sql.Sql;

/** Locks what is due and reads it. What another dispatcher holds is left to it. */
@ApplicationScoped
class DueReader {

    static final String LOCK = """
            with due as materialized (
                 select follow_up_id, step_id, state, reason, not_after, approved_at, attempts, fence, send_at
                 from   progress
                 where  send_at <= ? and state in ('SCHEDULED', 'HELD')
                 and    not exists (select from safe_mode where acknowledged_at is null)
                 order  by send_at, follow_up_id
                 limit  ?
                 for update skip locked)
            select * from due order by send_at, follow_up_id
            """;

    // A statement of its own: it sees what was committed until the locks were taken, not until the search began.
    private static final String READ = """
            select f.id, f.owner, f.contact_id, f.event_id, f.session_id, f.encounter_id, f.owner_name, f.reply_to,
                   f.purpose, f.goal, f.context, f.question, f.offer, f.created_at, f.channel,
                   s.subject, s.body, s.anchor, s.offset_days, s.offset_unit, s.local_time, s.at_local,
                   not exists (
                       select from follow_up before
                       join   progress done on done.follow_up_id = before.id
                       where  before.contact_id = f.contact_id and before.owner = f.owner and before.id <> f.id
                       and    done.state in ('SENT', 'REPLIED', 'UNCERTAIN')) as first,
                   (select count(*) from (
                       select distinct other.contact_id
                       from   step same
                       join   follow_up other on other.id = same.follow_up_id
                       join   progress there on there.follow_up_id = other.id
                       where  same.body_hash = s.body_hash and other.contact_id <> f.contact_id
                       and    there.state in ('SENDING', 'SENT', 'REPLIED', 'UNCERTAIN')
                       limit  4) as others) as same_elsewhere,
                   case when f.audience_id is null then false else not audience_matches(f.audience_id, c.person_id)
                   end as left_audience,
                   c.person_id
            from   unnest(?::uuid[], ?::uuid[]) with ordinality as due (id, step_id, position)
            join   follow_up f on f.id = due.id
            join   step s on s.id = due.step_id
            left   join contact c on c.contact_id = f.contact_id
            order  by due.position
            """;

    /** At most so many due follow-ups, locked until the transaction ends. */
    List<Due> lock(Connection connection, Instant now, int batch) throws SQLException {
        Map<UUID, Position> locked = new LinkedHashMap<>();
        Sql.each(connection, LOCK, row -> locked.put(Sql.id(row, "follow_up_id"), position(row)), now, batch);
        return locked.isEmpty() ? List.of() : read(connection, locked);
    }

    private static List<Due> read(Connection connection, Map<UUID, Position> locked) throws SQLException {
        return Sql.query(
                connection,
                READ,
                row -> {
                    UUID id = Sql.id(row, "id");
                    return new Due(id, Sql.id(row, "person_id"), locked.get(id), asked(row), words(row), schedule(row));
                },
                locked.keySet(),
                locked.values().stream().map(Position::stepId).toList());
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(
                Sql.id(row, "step_id"),
                row.getString("state"),
                row.getString("reason"),
                Sql.instant(row, "not_after"),
                Sql.instant(row, "approved_at"),
                row.getInt("attempts"),
                row.getLong("fence"));
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                row.getString("owner"),
                row.getObject("contact_id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getObject("encounter_id", UUID.class));
    }

    private static Words words(ResultSet row) throws SQLException {
        return new Words(
                Sql.instant(row, "created_at"),
                row.getString("owner_name"),
                row.getString("reply_to"),
                Purpose.valueOf(row.getString("purpose")),
                new Preparation(
                        row.getString("goal"),
                        row.getString("context"),
                        row.getString("question"),
                        row.getString("offer")),
                row.getString("subject"),
                row.getString("body"),
                "RELAY".equals(row.getString("channel")),
                row.getBoolean("first"),
                row.getInt("same_elsewhere"),
                row.getBoolean("left_audience"));
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        return new Schedule(
                Anchor.valueOf(row.getString("anchor")),
                row.getInt("offset_days"),
                OffsetUnit.valueOf(row.getString("offset_unit")),
                row.getObject("local_time", LocalTime.class),
                row.getObject("at_local", LocalDateTime.class));
    }
}
