package rapport.contacts.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.sql.Connection;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import rapport.contacts.person.Myself;
import rapport.kit.download.JsonRows;
import rapport.kit.download.Spooled;
import rapport.kit.json.Json;

/**
 * Gathers what is stored about an account and its person. Whole rows, so that a new column is part of it without anybody thinking of
 * it; left out is what only the database needs, and as whom others sign in.
 */
@ApplicationScoped
class HeldData {
    private static final UUID NOBODY = new UUID(0, 0);

    private static final Map<String, String> OWNED = new LinkedHashMap<>();
    private static final Map<String, String> ABOUT = new LinkedHashMap<>();

    static {
        OWNED.put("contacts", rows("contact t where t.owner = ? and t.deleted_at is null order by t.id"));
        OWNED.put("notes", rows("note t where t.owner = ? order by t.contact_id, t.noted_at, t.source_id, t.position"));
        OWNED.put("scans", rows("scan t where t.owner = ? order by t.received_at, t.scan_id"));
        OWNED.put("interactions", rows("interaction t where t.owner = ? order by t.id"));
        OWNED.put("ledgerEntries", rows("ledger_entry t where t.owner = ? order by t.id"));
        OWNED.put("merges", rows("contact_merge t where t.owner = ? order by t.id"));
        OWNED.put("notDuplicates", rows("contact_distinct t where t.owner = ? order by t.one_id, t.other_id"));
        OWNED.put("cadences", rows("contact_cadence t where t.owner = ? order by t.contact_id"));
        OWNED.put("tagCadences", rows("tag_cadence t where t.owner = ? order by t.id"));
        OWNED.put("reminderSettings", rows("reminder_setting t where t.owner = ?"));
        OWNED.put("depths", rows("contact_depth t where t.owner = ? order by t.contact_id"));
        OWNED.put("goals", rows("goal t where t.owner = ? order by t.id"));
        OWNED.put("mentorProfile", rows("mentor_profile t where t.owner = ?"));
        OWNED.put("mentoringRequests", rows("mentoring_request t where t.mentee = ? order by t.id"));
        OWNED.put(
                "mentoringRequestsReceived",
                rows(
                        "mentoring_request t join mentor_profile p on p.id = t.profile_id where p.owner = ? order by t.id"));
        OWNED.put("introductions", rows("introduction t where t.introducer = ? order by t.id"));
        OWNED.put("acquaintances", rows("acquaintance t where t.owner = ? order by t.person_id"));
        OWNED.put("dismissedSuggestions", rows("dismissed_suggestion t where t.owner = ? order by t.speaker_id"));
        OWNED.put("consentsHeld", rows("consent t where t.holder = ? and t.state = 'GRANTED' order by t.id"));
        OWNED.put("receiptsHeld", rows("consent_receipt t where t.holder = ? order by t.id"));

        ABOUT.put("person", rows("person t where t.id = ?"));
        ABOUT.put("addresses", rows("verified_address t where t.person_id = ? order by t.address"));
        ABOUT.put("registrations", rows("registration t where t.person_id = ? order by t.id"));
        ABOUT.put("speakers", rows("speaker t where t.person_id = ? order by t.id"));
        ABOUT.put("attendance", rows("attendance t where t.person_id = ? order by t.id"));
        ABOUT.put("shareCards", rows("share_card t where t.person_id = ? order by t.id"));
        ABOUT.put("consents", rows("consent t where t.person_id = ? order by t.id"));
        ABOUT.put("receipts", rows("consent_receipt t where t.person_id = ? order by t.id"));
        ABOUT.put("introductionAnswers", rows("introduction_side t where t.person_id = ? order by t.introduction_id"));
        ABOUT.put("boundary", rows("boundary t where t.person_id = ?"));
        // Nobody is named who only has the programme's entry of a speaker, or a badge that showed nothing.
        ABOUT.put("keptByOthers", """
                select jsonb_build_object(
                           'holder', (select h.display_name
                                      from   person h
                                      where  h.subject = c.owner and h.status = 'ACTIVE'
                                      and    (s.fields is not null or k.id is not null)
                                      order  by h.id
                                      limit  1),
                           'kind', c.kind, 'since', c.created_at, 'sharedFields', s.fields, 'consent', k.state,
                           'events', (select coalesce(jsonb_agg(e.name order by e.id), '[]')
                                      from   event e
                                      where  jsonb_exists(c.state -> 'encounters', e.id::text)))::text as held
                from   contact c
                cross  join lateral shared_with(c.counterpart, c.owner, c.state -> 'encounters') s
                left   join consent k on k.person_id = c.counterpart and k.holder = c.owner
                where  c.counterpart = ? and c.person_id is not null and c.deleted_at is null
                order  by c.id
                """);
    }

    private final DataSource database;
    private final Myself myself;
    private final Clock clock;

    HeldData(DataSource database, Myself myself, Clock clock) {
        this.database = database;
        this.myself = myself;
        this.clock = clock;
    }

    /** {@link MyData} as JSON, however much there is. */
    @Transactional
    InputStream of(String subject) {
        UUID person = myself.find(subject).orElse(NOBODY);
        return Spooled.of(text -> {
            try (Connection connection = database.getConnection();
                    JsonGenerator out = Json.lenient().getFactory().createGenerator(text)) {
                out.writeStartObject();
                out.writeStringField("service", ErasingService.CONTACTS.key());
                out.writeStringField("createdAt", clock.instant().toString());
                out.writeFieldName("owned");
                new JsonRows(OWNED).writeTo(out, connection, subject);
                out.writeFieldName("about");
                new JsonRows(ABOUT).writeTo(out, connection, person);
                out.writeEndObject();
            }
        });
    }

    private static String rows(String from) {
        return "select (to_jsonb(t) - '{change_xid,words,keys,name_words,owner,holder,mentee,introducer,counterpart,fingerprint,content}'::text[])::text"
                + " as held from " + from;
    }
}
