package rapport.events.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.events.sql.Sql;
import rapport.kit.json.Json;

/**
 * Gathers what is stored about a person and their account. Whole rows, so that a new column is part of it without anybody
 * thinking of it; left out are secrets and what only the database needs.
 */
@ApplicationScoped
class HeldData {
    private static final String PERSON = rows("person t where t.id = ? order by t.id");
    private static final String ADDRESSES = rows("person_email t where t.person_id = ? order by t.address");
    private static final String REGISTRATIONS = ofEvent("registration", "t.person_id = ?");
    private static final String BADGES = ofEvent("badge", "t.person_id = ?");
    private static final String CHECK_INS = """
            select (jsonb_build_object('event_name', e.name)
                    || (to_jsonb(t) - '{token_hash,fingerprint,actor,device_id}'::text[]))::text as held
            from   check_in t
            join   registration r on r.id = t.registration_id
            join   event e on e.id = t.event_id
            where  r.person_id = ?
            order  by t.id
            """;
    private static final String ATTENDANCE = ofEvent("attendance", "t.person_id = ?");
    private static final String PRESENCE = ofEvent("presence", "t.person_id = ?");
    private static final String SAID_BY_STAFF = """
            select (jsonb_build_object('event_name', e.name) || (to_jsonb(t) - '{actor}'::text[]))::text as held
            from   manual_presence t
            join   registration r on r.id = t.registration_id
            join   event e on e.id = t.event_id
            where  r.person_id = ?
            order  by t.id
            """;
    /** A participant of a report is theirs from the moment in which their registration was found. */
    private static final String WEBINARS = """
            select (jsonb_build_object('event_name', e.name, 'session_title', s.title) || (to_jsonb(t) - '{key}'::text[])
                    || jsonb_build_object('stays', (select coalesce(jsonb_agg(to_jsonb(y) - '{participant_id}'::text[]
                                                                              order by y.line), '[]')
                                                    from   webinar_stay y
                                                    where  y.participant_id = t.id)))::text as held
            from   webinar_participant t
            join   registration r on r.id = t.registration_id
            join   session s on s.id = t.session_id
            join   event e on e.id = t.event_id
            where  r.person_id = ?
            order  by t.id
            """;

    private static final String CERTIFICATES = """
            select (to_jsonb(t)
                    || jsonb_build_object('sessions', (select jsonb_agg(to_jsonb(s) - '{certificate_id}'::text[]
                                                                        order by s.starts_at, s.session_id)
                                                       from   certificate_session s
                                                       where  s.certificate_id = t.id)))::text as held
            from   certificate t
            where  t.person_id = ?
            order  by t.id
            """;
    private static final String SPEAKERS = ofEvent("speaker", "t.person_id = ?");
    private static final String SPEAKING = """
            select (jsonb_build_object('session_title', s.title, 'event_name', e.name) || to_jsonb(t))::text as held
            from   session_speaker t
            join   speaker k on k.id = t.speaker_id
            join   session s on s.id = t.session_id
            join   event e on e.id = s.event_id
            where  k.person_id = ?
            order  by t.session_id
            """;
    private static final String STAFF = """
            select (jsonb_build_object('event_name', e.name) || to_jsonb(t))::text as held
            from   event_staff t
            join   event e on e.id = t.event_id
            where  t.subject = ?
            order  by t.event_id
            """;
    private static final String ORGANIZATIONS = rows("organization t where t.owner_subject = ? order by t.id");
    private static final String IMPORTS = ofEvent("import_run", "t.subject = ?");
    private static final String EXPORTS = ofEvent("export_record", "t.subject = ?");
    private static final String REPORTS = ofEvent("webinar_import", "t.subject = ?");

    private static final UUID NOBODY = new UUID(0, 0);

    private final Sql sql;
    private final Clock clock;

    HeldData(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param personId null when the account is not linked with a person */
    @Transactional
    MyData of(UUID personId, String subject) {
        UUID person = personId == null ? NOBODY : personId;
        return new MyData(
                ErasureMessage.SERVICE,
                clock.instant(),
                held(PERSON, person),
                held(ADDRESSES, person),
                held(REGISTRATIONS, person),
                held(BADGES, person),
                held(CHECK_INS, person),
                held(ATTENDANCE, person),
                held(PRESENCE, person),
                held(SAID_BY_STAFF, person),
                held(WEBINARS, person),
                held(CERTIFICATES, person),
                held(SPEAKERS, person),
                held(SPEAKING, person),
                held(STAFF, subject),
                held(ORGANIZATIONS, subject),
                held(IMPORTS, subject),
                held(EXPORTS, subject),
                held(REPORTS, subject));
    }

    private static String rows(String from) {
        return "select (to_jsonb(t) - '{change_xid}'::text[])::text as held from " + from;
    }

    private static String ofEvent(String table, String whose) {
        return """
                select (jsonb_build_object('event_name', e.name)
                        || (to_jsonb(t) - '{change_xid,seed,token_hash,etag,file_hash,fingerprint}'::text[]))::text as held
                from   %s t
                join   event e on e.id = t.event_id
                where  %s
                order  by t.id
                """.formatted(table, whose);
    }

    private List<Map<String, Object>> held(String query, Object whose) {
        return sql.query(query, row -> named(row.getString("held")), whose);
    }

    private static Map<String, Object> named(String json) {
        try {
            return named(Json.lenient().readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database wrote what is no JSON", e);
        }
    }

    private static Map<String, Object> named(Map<?, ?> columns) {
        var named = new LinkedHashMap<String, Object>();
        columns.forEach((column, value) -> named.put(camel(column.toString()), value(value)));
        return named;
    }

    private static Object value(Object value) {
        return switch (value) {
            case Map<?, ?> columns -> named(columns);
            case List<?> rows -> rows.stream().map(HeldData::value).toList();
            case null, default -> value;
        };
    }

    private static String camel(String column) {
        var name = new StringBuilder();
        for (String part : column.split("_")) {
            name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name.toString();
    }
}
