package rapport.followup.followup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import rapport.kit.json.Json;

/** Reads, for its owner, what the projections know around a follow-up, by one statement. */
@ApplicationScoped
class BriefReader {

    // Of a person who is no speaker nothing is read here: what they share with the owner is contacts-service's to show.
    private static final String READ = """
            select k.speaker_id is not null as speaker, k.affiliation, k.orcid, coalesce(k.links, '{}') as links,
                   coalesce(k.interests, '[]') as theirs,
                   coalesce((
                       select jsonb_agg(jsonb_build_object('title', talk.title, 'event', talk.event))
                       from  (select s.title, e.name as event
                              from   speaker part
                              join   session s on s.event_id = part.event_id and not s.deleted and s.status = 'ACTIVE'
                              left   join event e on e.event_id = s.event_id
                              where  part.person_id = c.person_id and not part.deleted
                              and    s.speakers @> jsonb_build_array(jsonb_build_object('personId', c.person_id))
                              order  by s.end_instant desc nulls last, s.session_id
                              limit  10) talk), '[]') as talks,
                   coalesce((
                       select jsonb_agg(distinct mine.interest)
                       from   person me
                       join   registration r on r.person_id = me.person_id and not r.deleted,
                       lateral jsonb_array_elements_text(r.interests) as mine (interest)
                       where  me.subject = f.owner and not me.deleted), '[]') as mine,
                   met.place, met.topic,
                   coalesce(l.open_promises, '[]') as promises, coalesce(l.given, 0) as given,
                   coalesce(l.received, 0) as received, coalesce(l.asked, 0) as asked,
                   coalesce(l.unthanked, 0) as unthanked,
                   (select count(*) from delivery d
                    where  d.recipient = c.person_id and d.claimed_at > ?
                    and    d.state in ('SENDING', 'SENT', 'UNCERTAIN')) as used,
                   history.sent, history.last_sent_at, heard.at as heard_at,
                   (select count(*) from delivery d
                    join   follow_up other on other.id = d.follow_up_id
                    where  other.owner = f.owner and other.contact_id = f.contact_id and d.state in ('SENT', 'UNCERTAIN')
                    and    d.claimed_at > coalesce(heard.at, '-infinity')) as unanswered
            from   follow_up f
            left   join contact c on c.contact_id = f.contact_id and c.owner = f.owner and not c.deleted
            left   join reciprocity l on l.contact_id = f.contact_id and l.owner = f.owner
            left   join lateral (
                   select part.speaker_id, part.affiliation, part.orcid, part.links, part.interests
                   from   speaker part
                   where  part.person_id = c.person_id and not part.deleted and part.status = 'ACTIVE'
                   order  by (part.event_id = f.event_id) desc nulls last, part.version desc, part.speaker_id
                   limit  1) k on true
            left   join lateral (
                   select m.place, m.topic
                   from   jsonb_to_recordset(c.encounters) as m ("encounterId" uuid, "eventId" uuid, "metAt" timestamptz,
                          place text, topic text)
                   where  f.encounter_id is null or m."encounterId" = f.encounter_id
                   order  by (m."eventId" = f.event_id) desc nulls last, m."metAt" desc
                   limit  1) met on true
            left   join lateral (
                   select count(*) as sent, max(d.finished_at) as last_sent_at
                   from   delivery d
                   join   follow_up other on other.id = d.follow_up_id
                   where  other.owner = f.owner and other.contact_id = f.contact_id and d.state = 'SENT') history on true
            left   join lateral (
                   select max(s.at) as at
                   from   stop_signal s
                   where  s.owner = f.owner and s.kind in ('REPLY', 'INTERACTION')
                   and    (s.contact_id = f.contact_id or s.person_id = c.person_id)) heard on true
            where  f.id = ? and f.owner = ?
            """;

    /** What was read. */
    record Known(
            BriefView.Who who,
            List<String> mine,
            List<String> theirs,
            String place,
            String topic,
            List<Owed> promises,
            int given,
            int received,
            int asked,
            int unthanked,
            int used,
            int unanswered,
            BriefView.History history) {}

    record Owed(BriefView.Party by, String what, LocalDate dueOn) {}

    private final DataSource dataSource;

    BriefReader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @param name how the recipient is called, where that may be told */
    Known read(String owner, UUID followUp, String name, Instant weekAgo) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.prepareStatement(READ)) {
            statement.setObject(1, weekAgo.atOffset(ZoneOffset.UTC));
            statement.setObject(2, followUp);
            statement.setString(3, owner);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return known(row, name);
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("a brief could not be read", e);
        }
    }

    private static Known known(ResultSet row, String name) throws SQLException, JsonProcessingException {
        var who = new BriefView.Who(
                name,
                row.getBoolean("speaker"),
                row.getString("affiliation"),
                row.getString("orcid"),
                read(row, "links", new TypeReference<Map<String, String>>() {}),
                read(row, "talks", new TypeReference<List<BriefView.Talk>>() {}));
        var history = new BriefView.History(row.getInt("sent"), instant(row, "last_sent_at"), instant(row, "heard_at"));
        return new Known(
                who,
                read(row, "mine", new TypeReference<List<String>>() {}),
                read(row, "theirs", new TypeReference<List<String>>() {}),
                row.getString("place"),
                row.getString("topic"),
                read(row, "promises", new TypeReference<List<Owed>>() {}),
                row.getInt("given"),
                row.getInt("received"),
                row.getInt("asked"),
                row.getInt("unthanked"),
                row.getInt("used"),
                row.getInt("unanswered"),
                history);
    }

    private static <T> T read(ResultSet row, String column, TypeReference<T> type)
            throws SQLException, JsonProcessingException {
        return Json.lenient().readValue(row.getString(column), type);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
