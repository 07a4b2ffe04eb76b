package rapport.followup.circumstances;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import rapport.followup.boundary.BoundaryMode;
import rapport.followup.circumstances.Circumstances.OwnBoundary;
import rapport.followup.mail.AddressHash;
import rapport.followup.window.Hours;
import rapport.kit.sql.Columns;
import rapport.kit.sql.Sql;

/** Reads the circumstances of many follow-ups by one statement, on the caller's connection and in its transaction. */
@ApplicationScoped
public class CircumstancesReader {

    // A contact of somebody else is no contact: the join on the owner is what keeps foreign ids without effect. Of a
    // deleted
    // one nothing is left that could say whose it was, and nothing that could be told.
    private static final String READ = """
            select asked.position,
                   c.status as contact_status, c.kind, c.deleted as contact_deleted, c.merged_into, c.do_not_contact,
                   c.email_shared, c.person_id,
                   p.version as person_version, p.deleted as person_deleted, p.display_name, p.locale, p.email,
                   p.email_hash,
                   x.stopped as suppressed, x.paused_until, x.pause_reason,
                   coalesce(asked.event_id, m.event_id) as event_id, e.version as event_version, e.name as event_name,
                   e.end_instant as event_end, case when e.deleted then 'CANCELLED' else e.status end as event_status,
                   e.contact_mode as event_mode, e.zone as event_zone, e.follow_up_window_days,
                   s.session_id, s.title, s.end_instant as session_end,
                   case when s.deleted then 'REMOVED' else s.status end as session_status,
                   m.encounter_id, m.met_at,
                   b.mode, b.weekly_budget, b.zone as boundary_zone, b.working_days, b.from_minute, b.to_minute,
                   b.until as closed_until, b.mentoring, q.answer, q.until as later_until,
                   k.contact_mode as speaker_mode, k.speaker_id is not null as speaker,
                   p.zone as person_zone, o.zone as owner_zone, h.kind as stop_kind, h.at as stop_at
            from   unnest(?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[]) with ordinality
                   as asked (owner, contact_id, event_id, session_id, encounter_id, owner_hash, position)
            left   join contact c on c.contact_id = asked.contact_id and (c.owner = asked.owner or c.deleted)
            left   join person p on p.person_id = c.person_id
            left   join lateral (
                   select bool_or(said.until is null) as stopped, max(said.until) as paused_until,
                          (array_agg(said.reason order by said.until desc nulls last))[1] as pause_reason
                   from   suppression said
                   where  (said.address_hash = p.email_hash or said.person_id = c.person_id)
                   and    said.sender_hash in ('\\x', decode(asked.owner_hash, 'hex'))) x on true
            left   join boundary b on b.person_id = c.person_id
            left   join contact_request q on q.owner = asked.owner and q.person_id = c.person_id
            left   join lateral (
                   select met."encounterId" as encounter_id, met."eventId" as event_id, met."sessionId" as session_id,
                          met."metAt" as met_at
                   from   jsonb_to_recordset(c.encounters) as met ("encounterId" uuid, "eventId" uuid,
                          "sessionId" uuid, "metAt" timestamptz)
                   where  asked.encounter_id is null or met."encounterId" = asked.encounter_id
                   order  by (met."eventId" = asked.event_id) desc nulls last, met."metAt" desc
                   limit  1) m on true
            left   join event e on e.event_id = coalesce(asked.event_id, m.event_id)
            left   join session s on s.session_id = coalesce(asked.session_id, m.session_id)
            left   join lateral (
                   select part.speaker_id, part.contact_mode
                   from   speaker part
                   where  part.person_id = c.person_id and not part.deleted and part.status = 'ACTIVE'
                   order  by (part.event_id = coalesce(asked.event_id, m.event_id)) desc nulls last, part.speaker_id
                   limit  1) k on true
            left   join lateral (
                   select coalesce(sender_boundary.zone, sender.zone) as zone
                   from   person sender
                   left   join boundary sender_boundary on sender_boundary.person_id = sender.person_id
                   where  sender.subject = asked.owner and not sender.deleted
                   order  by sender.person_id
                   limit  1) o on true
            left   join lateral (
                   select told.kind, told.at
                   from  (select kind, at, id from stop_signal
                          where  owner = asked.owner and contact_id = asked.contact_id
                          union  all
                          select kind, at, id from stop_signal
                          where  owner = asked.owner and person_id = c.person_id) told
                   order  by told.at desc, told.id
                   limit  1) h on true
            order  by asked.position
            """;

    // Planning so many tables takes ten times as long as reading a row of each. For this transaction only.
    private static final String PLAN_ONCE = "select set_config('plan_cache_mode', 'force_generic_plan', true)";

    private final AddressHash hash;

    CircumstancesReader(AddressHash hash) {
        this.hash = hash;
    }

    /** One answer per question, in the same order. */
    public List<Circumstances> read(Connection connection, List<Asked> asked) throws SQLException {
        Sql.each(connection, PLAN_ONCE, row -> {});
        try (var statement = connection.prepareStatement(READ)) {
            new Columns<>(connection, statement, asked)
                    .with("text", Asked::owner)
                    .with("uuid", Asked::contactId)
                    .with("uuid", Asked::eventId)
                    .with("uuid", Asked::sessionId)
                    .with("uuid", Asked::encounterId)
                    .with("text", this::ownerHash);
            List<Circumstances> found = new ArrayList<>(asked.size());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Circumstances(
                            contact(row),
                            person(row),
                            event(row),
                            session(row),
                            meeting(row),
                            rules(row),
                            signal(row),
                            request(row)));
                }
            }
            return found;
        }
    }

    private String ownerHash(Asked asked) {
        return HexFormat.of().formatHex(hash.ofSender(asked.owner()));
    }

    private static Circumstances.Contact contact(ResultSet row) throws SQLException {
        return new Circumstances.Contact(
                row.getString("contact_status"),
                row.getString("kind"),
                row.getBoolean("contact_deleted"),
                row.getObject("merged_into") != null,
                row.getBoolean("do_not_contact"),
                row.getBoolean("email_shared"));
    }

    private static Circumstances.Person person(ResultSet row) throws SQLException {
        return new Circumstances.Person(
                row.getObject("person_id", UUID.class),
                row.getObject("person_version") != null,
                row.getBoolean("person_deleted"),
                row.getString("display_name"),
                row.getString("locale"),
                row.getString("email"),
                row.getBytes("email_hash"),
                row.getBoolean("suppressed"),
                instant(row, "paused_until"),
                row.getString("pause_reason"));
    }

    private static Circumstances.Event event(ResultSet row) throws SQLException {
        return new Circumstances.Event(
                row.getObject("event_id", UUID.class),
                row.getObject("event_version") != null,
                row.getString("event_name"),
                instant(row, "event_end"),
                row.getString("event_status"),
                row.getString("event_mode"),
                row.getObject("follow_up_window_days", Integer.class));
    }

    private static Circumstances.Session session(ResultSet row) throws SQLException {
        UUID id = row.getObject("session_id", UUID.class);
        return new Circumstances.Session(
                id, id != null, row.getString("title"), instant(row, "session_end"), row.getString("session_status"));
    }

    private static Circumstances.Meeting meeting(ResultSet row) throws SQLException {
        return new Circumstances.Meeting(row.getObject("encounter_id", UUID.class), instant(row, "met_at"));
    }

    private static Circumstances.Rules rules(ResultSet row) throws SQLException {
        String mode = row.getString("mode");
        OwnBoundary own = mode == null
                ? null
                : new OwnBoundary(
                        BoundaryMode.valueOf(mode),
                        row.getInt("weekly_budget"),
                        row.getString("boundary_zone"),
                        days(row.getString("working_days")),
                        new Hours(row.getInt("from_minute"), row.getInt("to_minute")),
                        instant(row, "closed_until"),
                        row.getObject("mentoring", Boolean.class));
        return new Circumstances.Rules(
                own,
                row.getBoolean("speaker"),
                row.getString("speaker_mode"),
                row.getString("person_zone"),
                row.getString("event_zone"),
                row.getString("owner_zone"));
    }

    private static Circumstances.Signal signal(ResultSet row) throws SQLException {
        String kind = row.getString("stop_kind");
        return kind == null ? null : new Circumstances.Signal(StopKind.valueOf(kind), instant(row, "stop_at"));
    }

    private static Circumstances.Request request(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return answer == null ? null : new Circumstances.Request(answer, instant(row, "later_until"));
    }

    private static Set<DayOfWeek> days(String names) {
        return Arrays.stream(names.split(",")).map(DayOfWeek::valueOf).collect(Collectors.toSet());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
