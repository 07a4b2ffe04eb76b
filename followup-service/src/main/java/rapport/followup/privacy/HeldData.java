package rapport.followup.privacy;

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
import rapport.kit.download.JsonRows;
import rapport.kit.download.Spooled;
import rapport.kit.json.Json;
import rapport.kit.sql.Sql;

/**
 * Gathers what is stored about an account and its person. Whole rows, so that a new column is part of it without anybody thinking of
 * it; left out is what only the database needs, and as whom others sign in.
 */
@ApplicationScoped
class HeldData {
    private static final UUID NOBODY = new UUID(0, 0);

    private static final Map<String, String> OWNED = new LinkedHashMap<>();
    private static final Map<String, String> ABOUT = new LinkedHashMap<>();

    private static final String PERSON =
            "select person_id from person where subject = ? and not deleted order by person_id limit 1";

    static {
        OWNED.put("followUps", rows("follow_up t where t.owner = ? order by t.id"));
        OWNED.put(
                "steps",
                rows(
                        "step t join follow_up f on f.id = t.follow_up_id where f.owner = ? order by t.follow_up_id, t.position"));
        OWNED.put("progress", rows("progress t where t.owner = ? order by t.follow_up_id"));
        OWNED.put(
                "decisions",
                rows("gate_decision t join follow_up f on f.id = t.follow_up_id where f.owner = ? order by t.id"));
        OWNED.put(
                "deliveries",
                rows("delivery t join follow_up f on f.id = t.follow_up_id where f.owner = ? order by t.id"));
        OWNED.put("contacts", rows("contact t where t.owner = ? and not t.deleted order by t.contact_id"));
        OWNED.put("templates", rows("template t where t.owner = ? and t.deleted_at is null order by t.id"));
        OWNED.put(
                "templateTexts",
                rows("template_text t join template o on o.id = t.template_id where o.owner = ?"
                        + " order by t.template_id, t.version, t.locale"));
        OWNED.put("audiences", rows("audience t where t.owner = ? order by t.id"));
        OWNED.put(
                "outcomes",
                rows("outcome t join follow_up f on f.id = t.follow_up_id where f.owner = ? order by t.follow_up_id"));
        OWNED.put("interactions", rows("interaction t where t.owner = ? order by t.interaction_id"));
        OWNED.put("reciprocity", rows("reciprocity t where t.owner = ? order by t.contact_id"));
        OWNED.put("digest", rows("digest_setting t where t.owner = ?"));
        OWNED.put("digests", rows("digest_delivery t where t.owner = ? order by t.window_on"));
        OWNED.put("calendarFeed", rows("calendar_feed t where t.owner = ?"));
        OWNED.put("contactRequests", rows("contact_request t where t.owner = ? order by t.id"));
        OWNED.put("questions", rows("question t where t.asker = ? order by t.id"));
        OWNED.put("stopSignals", rows("stop_signal t where t.owner = ? order by t.at, t.id"));

        ABOUT.put("person", rows("person t where t.person_id = ?"));
        ABOUT.put("speakers", rows("speaker t where t.person_id = ? order by t.speaker_id"));
        ABOUT.put("registrations", rows("registration t where t.person_id = ? order by t.registration_id"));
        ABOUT.put("attendances", rows("attendance t where t.person_id = ? order by t.attendance_id"));
        ABOUT.put("contactRequests", rows("contact_request t where t.person_id = ? order by t.id"));
        ABOUT.put("letters", rows("letter t where t.person_id = ? order by t.id"));
        ABOUT.put(
                "questionsToYou",
                rows("question t join question_digest d on d.id = t.digest_id where d.person_id = ? order by t.id"));
        ABOUT.put("boundary", rows("boundary t where t.person_id = ?"));
        ABOUT.put("suppression", """
                select (to_jsonb(t) - '{address_hash}'::text[])::text as held
                from   suppression t
                join   person p on p.email_hash = t.address_hash
                where  p.person_id = ?
                order  by t.created_at
                """);
        ABOUT.put("messagesToYou", """
                select jsonb_build_object('sender', f.owner_name, 'purpose', f.purpose, 'state', d.state, 'at', d.claimed_at,
                                          'subject', s.subject, 'body', s.body)::text as held
                from   delivery d
                join   follow_up f on f.id = d.follow_up_id
                join   step s on s.id = d.step_id
                where  d.recipient = ? and d.state in ('SENT', 'UNCERTAIN')
                order  by d.claimed_at, d.id
                """);
    }

    private final DataSource database;
    private final Clock clock;

    HeldData(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** {@link MyData} as JSON, however much there is. */
    @Transactional
    InputStream of(String subject) {
        return Spooled.of(text -> {
            try (Connection connection = database.getConnection();
                    JsonGenerator out = Json.lenient().getFactory().createGenerator(text)) {
                UUID person = Sql.query(connection, PERSON, row -> Sql.id(row, "person_id"), subject).stream()
                        .findFirst()
                        .orElse(NOBODY);
                out.writeStartObject();
                out.writeStringField("service", ErasureMessage.SERVICE);
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
        return "select (to_jsonb(t) - '{change_xid,owner,asker,body_hash,address_hash,email_hash,email_hashes,sender_hash,token_hash,sender,lease_until,fence}'::text[])::text"
                + " as held from " + from;
    }
}
