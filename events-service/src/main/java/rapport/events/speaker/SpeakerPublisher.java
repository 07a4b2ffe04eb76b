package rapport.events.speaker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import rapport.events.person.Links;
import rapport.events.sql.Sql;
import rapport.kit.outbox.Outbox;

/** Publishes the state of speakers as the running transaction leaves it: one or thousands by the same statement. */
@ApplicationScoped
public class SpeakerPublisher {
    private static final String STATE = """
            select id, version, event_id, person_id, display_name, given_name, family_name, credentials, affiliation,
                   ror_id, country, orcid, photo_url, interests, linkedin, researchgate, x, mastodon, bluesky, pubmed, scholar,
                   website, contact_mode, status, merged_into
            from   speaker
            where  id = any(?)
            order  by id
            """;

    private final EntityManager entities;
    private final Sql sql;
    private final Outbox outbox;

    SpeakerPublisher(EntityManager entities, Sql sql, Outbox outbox) {
        this.entities = entities;
        this.sql = sql;
        this.outbox = outbox;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        entities.flush();
        outbox.append(sql.query(STATE, SpeakerPublisher::state, ids).stream()
                .map(SpeakerMessage::fact)
                .toList());
    }

    private static SpeakerMessage state(ResultSet row) throws SQLException {
        if (row.getString("status").equals("REMOVED")) {
            return new SpeakerMessage.SpeakerDeleted(
                    Sql.id(row, "id"), row.getLong("version"), Sql.id(row, "merged_into"));
        }
        return new SpeakerMessage.SpeakerChanged(
                Sql.id(row, "id"),
                row.getLong("version"),
                Sql.id(row, "event_id"),
                Sql.id(row, "person_id"),
                row.getString("display_name"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("credentials"),
                row.getString("affiliation"),
                row.getString("ror_id"),
                row.getString("country"),
                row.getString("orcid"),
                row.getString("photo_url"),
                Sql.texts(row, "interests"),
                links(row),
                row.getString("contact_mode"),
                row.getString("status"));
    }

    private static Links links(ResultSet row) throws SQLException {
        return new Links(
                row.getString("linkedin"),
                row.getString("researchgate"),
                row.getString("x"),
                row.getString("mastodon"),
                row.getString("bluesky"),
                row.getString("pubmed"),
                row.getString("scholar"),
                row.getString("website"));
    }
}
