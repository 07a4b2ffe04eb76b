package rapport.events.speakerlist;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The one statement of an export. COPY takes no parameters, so what goes in is limited to values that cannot carry SQL: a
 * UUID, a zone of the IANA database, a delimiter of ours.
 *
 * <p>Cells that a spreadsheet would run get an apostrophe in front; cells that begin with apostrophes before such a character
 * get one more, so that taking one away always gives the original.
 */
final class SpeakerListSql {
    private static final String FORMULA = "'=', '+', '-', '@', E'\\t', E'\\r', E'\\n'";

    /** Free text is quoted always: a cell with another delimiter in it stays one cell in whatever opens it. */
    private static final List<String> FREE_TEXT = List.of(
            "external_id",
            "display_name",
            "given_name",
            "family_name",
            "credentials",
            "affiliation",
            "linkedin_url",
            "researchgate_url",
            "x_url",
            "website_url",
            "bio",
            "email",
            "session_titles",
            "track",
            "room");

    private SpeakerListSql() {}

    static String copy(ExportRequest request) {
        String query = request.rows() == ExportRequest.RowKind.SPEAKER ? perSpeaker(request) : perSession(request);
        return """
                copy (
                %s) to stdout with (format csv, header true, delimiter E'%s', force_quote (%s), encoding 'UTF8')
                """.formatted(
                        query,
                        request.delimiter() == ExportRequest.Delimiter.TAB
                                ? "\\t"
                                : Character.toString(request.delimiter().character),
                        String.join(", ", FREE_TEXT));
    }

    private static String perSpeaker(ExportRequest request) {
        return """
                with part as (
                  select   p.speaker_id, count(*) as sessions,
                           string_agg(s.id::text, '|' order by s.start_instant, s.id) as ids,
                           string_agg(%s, '|' order by s.start_instant, s.id) as titles,
                           string_agg(distinct p.role, '|') as roles,
                           string_agg(distinct %s, '|') as tracks,
                           string_agg(distinct %s, '|') as rooms,
                           min(s.start_instant) as first_start, max(s.end_instant) as last_end
                  from     session s
                  join     session_speaker p on p.session_id = s.id
                  where    s.event_id = '%s' and s.status = 'ACTIVE'
                  group by p.speaker_id
                )
                select %s,
                       coalesce(part.sessions, 0) as session_count, part.ids as session_ids, %s as session_titles,
                       part.roles as roles, %s as track, %s as room,
                       %s as session_start, %s as session_end, %s as session_start_utc,
                       '%s' as zone, k.status as status, %s as updated_at
                from   speaker k
                left   join part on part.speaker_id = k.id
                where  k.event_id = '%s' and k.status = 'ACTIVE'
                order  by k.display_name collate "C", k.id
                """.formatted(
                        escaped("s.title"),
                        escaped("s.track"),
                        escaped("s.room"),
                        request.eventId(),
                        speaker(request),
                        guarded("part.titles"),
                        guarded("part.tracks"),
                        guarded("part.rooms"),
                        local("part.first_start", request.zone()),
                        local("part.last_end", request.zone()),
                        utc("part.first_start"),
                        request.zone(),
                        utc("k.updated_at"),
                        request.eventId());
    }

    private static String perSession(ExportRequest request) {
        return """
                with part as (
                  select s.*, p.speaker_id, p.role
                  from   session s
                  join   session_speaker p on p.session_id = s.id
                  where  s.event_id = '%s' and s.status = 'ACTIVE'
                )
                select %s,
                       count(part.id) over (partition by k.id) as session_count, part.id as session_ids,
                       %s as session_titles, part.role as roles, %s as track, %s as room,
                       %s as session_start, %s as session_end, %s as session_start_utc,
                       '%s' as zone, k.status as status, %s as updated_at
                from   speaker k
                left   join part on part.speaker_id = k.id
                where  k.event_id = '%s' and k.status = 'ACTIVE'
                order  by k.display_name collate "C", k.id, part.start_instant, part.id
                """.formatted(
                        request.eventId(),
                        speaker(request),
                        guarded("part.title"),
                        guarded("part.track"),
                        guarded("part.room"),
                        local("part.start_instant", request.zone()),
                        local("part.end_instant", request.zone()),
                        utc("part.start_instant"),
                        request.zone(),
                        utc("greatest(k.updated_at, part.updated_at)"),
                        request.eventId());
    }

    private static String speaker(ExportRequest request) {
        String email = request.emailsAllowed()
                ? "case when k.email_shared and k.contact_mode = 'OPEN' then " + guarded("k.email") + " end"
                : "null::text";
        String texts = List.of(
                        "external_id",
                        "display_name",
                        "given_name",
                        "family_name",
                        "credentials",
                        "affiliation",
                        "ror_id",
                        "country",
                        "orcid",
                        "linkedin>linkedin_url",
                        "researchgate>researchgate_url",
                        "x>x_url",
                        "website>website_url",
                        "bio")
                .stream()
                .map(column -> column.split(">"))
                .map(names -> guarded("k." + names[0]) + " as " + names[names.length - 1])
                .collect(Collectors.joining(",\n       "));
        return "k.id as speaker_id,\n       " + texts + ",\n       k.contact_mode as contact_mode,\n       " + email
                + " as email,\n       case when k.email_shared then 'true' else 'false' end as email_shared";
    }

    static String guarded(String text) {
        return "case when left(%1$s, 1) in (%2$s, '''') and left(ltrim(%1$s, ''''), 1) in (%2$s) then '''' || %1$s else %1$s end"
                .formatted(text, FORMULA);
    }

    /** Several values in one cell are separated by bars; a bar within a value is escaped. */
    private static String escaped(String text) {
        return "replace(replace(%s, '\\', '\\\\'), '|', '\\|')".formatted(text);
    }

    private static String local(String instant, String zone) {
        return "to_char(%s at time zone '%s', 'YYYY-MM-DD\"T\"HH24:MI:SS')".formatted(instant, zone);
    }

    private static String utc(String instant) {
        return "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')".formatted(instant);
    }
}
