package rapport.events.speakerlist;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import rapport.events.event.ContactMode;
import rapport.events.export.Column;
import rapport.events.export.Lists;
import rapport.events.export.Literal;
import rapport.events.export.Selection;
import rapport.kit.paging.ChangeToken;

/**
 * The rows of the speaker list.
 *
 * @param emailsAllowed whether the caller's role allows addresses at all; each speaker's consent is asked in addition
 * @param after only what has changed after this; null for everything
 */
record SpeakerRows(
        UUID eventId, RowKind kind, Filter filter, String zone, Lists lists, boolean emailsAllowed, ChangeToken after) {

    /** One row per speaker, or per speaker and session. */
    enum RowKind {
        SPEAKER,
        SPEAKER_SESSION
    }

    Selection selection(List<Column> columns) {
        return new Selection(columns, from());
    }

    /** In the order of the list, whatever is asked for. */
    List<Column> columns() {
        String email =
                emailsAllowed ? "case when k.email_shared and k.contact_mode = 'OPEN' then k.email end" : "null::text";
        return List.of(
                Column.code("speaker_id", "k.id"),
                Column.text("external_id", "k.external_id"),
                Column.text("display_name", "k.display_name"),
                Column.text("given_name", "k.given_name"),
                Column.text("family_name", "k.family_name"),
                Column.text("credentials", "k.credentials"),
                Column.text("affiliation", "k.affiliation"),
                Column.code("ror_id", "k.ror_id"),
                Column.code("country", "k.country"),
                Column.code("orcid", "k.orcid"),
                Column.text("linkedin_url", "k.linkedin"),
                Column.text("researchgate_url", "k.researchgate"),
                Column.text("x_url", "k.x"),
                Column.text("website_url", "k.website"),
                Column.text("bio", "k.bio"),
                Column.code("contact_mode", "k.contact_mode"),
                Column.text("email", email),
                Column.flag("email_shared", "k.email_shared"),
                Column.number("session_count", "coalesce(part.sessions, 0)"),
                Column.list("session_ids", "part.ids"),
                Column.list("session_titles", "part.titles"),
                Column.list("roles", "part.roles"),
                Column.list("track", "part.tracks"),
                Column.list("room", "part.rooms"),
                Column.localTime("session_start", "part.first_start", zone),
                Column.localTime("session_end", "part.last_end", zone),
                Column.instant("session_start_utc", "part.first_start"),
                Column.code("zone", Literal.of(zone)),
                Column.code("status", "k.status"),
                Column.instant("updated_at", "greatest(k.updated_at, part.updated_at)"));
    }

    /** What is known of a speaker's sessions, in one row. */
    private String grouped() {
        return """
                  select count(*) as sessions,
                         %s as ids, %s as titles, %s as roles, %s as tracks, %s as rooms, %s as languages,
                         min(s.start_instant) as first_start, max(s.end_instant) as last_end,
                         max(s.updated_at) as updated_at, bool_or(%s) as changed
                """.formatted(
                        lists.aggregate("s.id::text", "order by s.start_instant, s.id"),
                        lists.aggregate("s.title", "order by s.start_instant, s.id"),
                        lists.distinct("p.role"),
                        lists.distinct("s.track"),
                        lists.distinct("s.room"),
                        Lists.BARS.distinct("s.language"),
                        changed("s.change_xid"));
    }

    /** A row for each of a speaker's sessions. */
    private String single() {
        return """
                  select count(*) over () as sessions, s.id,
                         %s as ids, %s as titles, %s as roles, %s as tracks, %s as rooms,
                         s.start_instant as first_start, s.end_instant as last_end, s.updated_at, %s as changed
                """.formatted(
                        lists.one("s.id::text"),
                        lists.one("s.title"),
                        lists.one("p.role"),
                        lists.one("s.track"),
                        lists.one("s.room"),
                        changed("s.change_xid"));
    }

    private String sessions() {
        var conditions = new ArrayList<String>();
        conditions.add("p.speaker_id = k.id");
        conditions.add("s.status = 'ACTIVE'");
        if (filter.track() != null) {
            conditions.add("s.track = " + Literal.of(filter.track()));
        }
        if (filter.room() != null) {
            conditions.add("s.room = " + Literal.of(filter.room()));
        }
        if (filter.day() != null) {
            conditions.add("(s.start_instant at time zone %s)::date = %s"
                    .formatted(Literal.of(zone), Literal.of(filter.day())));
        }
        if (filter.role() != null) {
            conditions.add("p.role = " + Literal.of(filter.role().name()));
        }
        return String.join(" and ", conditions);
    }

    private String from() {
        var conditions = new ArrayList<String>();
        conditions.add("k.event_id = " + Literal.of(eventId));
        if (filter.status() != Filter.Status.ALL) {
            conditions.add("k.status = " + Literal.of(filter.status().name()));
        }
        if (filter.contactMode() != null) {
            conditions.add("k.contact_mode = " + Literal.of(filter.contactMode().name()));
        }
        if (filter.interest() != null) {
            conditions.add("exists (select 1 from unnest(k.interests) as i (v) where lower(i.v) = lower(%s))"
                    .formatted(Literal.of(filter.interest())));
        }
        if (filter.text() != null) {
            conditions.add("position(lower(%s) in lower(concat_ws(' ', k.display_name, k.affiliation, k.bio))) > 0"
                    .formatted(Literal.of(filter.text())));
        }
        if (after != null) {
            conditions.add("(%s or part.changed)".formatted(changed("k.change_xid")));
        }
        if (filter.choosesSessions()) {
            conditions.add("part.sessions > 0");
        }
        // Speaker by speaker and session by session, each by its key: lateral, aggregated and limited as it is, the
        // database has no
        // other way. Right after an import its statistics promise next to no sessions, and it would read all of them
        // for each speaker.
        return """
                from   speaker k
                left   join lateral (
                %s
                  from   session_speaker p
                  cross  join lateral (
                    select s.id, s.title, s.track, s.room, s.language, s.start_instant, s.end_instant, s.status, s.updated_at,
                           s.change_xid
                    from   session s
                    where  s.id = p.session_id
                    limit  1
                  ) as s
                  where  %s
                ) as part on true
                where  %s
                order  by k.display_name collate "C", k.id%s""".formatted(
                        kind == RowKind.SPEAKER ? grouped() : single(),
                        sessions(),
                        String.join(" and ", conditions),
                        kind == RowKind.SPEAKER ? "" : ", part.first_start, part.id");
    }

    private String changed(String xid) {
        return after == null ? "false" : xid + " > " + Literal.of(Long.toString(after.xid())) + "::xid8";
    }

    /** Which speakers, and which of their sessions. Track, room, day and role choose sessions and those who speak in them. */
    record Filter(
            @QueryParam("status") @DefaultValue("ACTIVE") @Parameter(description = "ALL shows removed speakers, too.")
            Status status,

            @QueryParam("track") @Size(max = 200) @Parameter(description = "Sessions of this track.")
            String track,

            @QueryParam("room") @Size(max = 200) @Parameter(description = "Sessions in this room.")
            String room,

            @QueryParam("day") @Parameter(description = "Sessions that begin on this day, in the zone of the export.")
            LocalDate day,

            @QueryParam("role") @Parameter(description = "Sessions in which the speaker has this role.")
            Role role,

            @QueryParam("contactMode") ContactMode contactMode,

            @QueryParam("interest")
            @Size(max = 100)
            @Parameter(description = "Speakers with this interest, in any case.")
            String interest,

            @QueryParam("text")
            @Size(max = 200)
            @Parameter(description = "Speakers whose name, affiliation or bio contains this, in any case.")
            String text,

            @QueryParam("changedSince")
            @Parameter(
                    description =
                            "Speakers who have changed, or one of whose sessions has, after this token: from the field"
                                    + " changes of listSpeakers or the header Rapport-Changes of an export. Nothing that has changed is"
                                    + " left out; what was changing at that moment can come twice.")
            String changedSince) {

        enum Status {
            ACTIVE,
            REMOVED,
            ALL
        }

        enum Role {
            SPEAKER,
            MODERATOR,
            PANELIST,
            HOST,
            PRESENTER
        }

        boolean choosesSessions() {
            return track != null || room != null || day != null || role != null;
        }

        /** What the record of the export tells. */
        Map<String, String> told() {
            var told = new LinkedHashMap<String, String>();
            tell(told, "status", status == Status.ACTIVE ? null : status);
            tell(told, "track", track);
            tell(told, "room", room);
            tell(told, "day", day);
            tell(told, "role", role);
            tell(told, "contactMode", contactMode);
            tell(told, "interest", interest);
            tell(told, "text", text);
            tell(told, "changedSince", changedSince);
            return told;
        }

        private static void tell(Map<String, String> told, String name, Object value) {
            if (value != null) {
                told.put(name, value.toString());
            }
        }
    }
}
