package rapport.events.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import rapport.events.sql.Sql;
import rapport.kit.outbox.Outbox;

/** Publishes the state of people as the running transaction leaves it: one or thousands by the same statement. */
@ApplicationScoped
public class PersonPublisher {
    /** The addresses once for all: within a large import the planner does not know yet how many there are by now. */
    private static final String STATE = """
            with address as (
              select   person_id, array_agg(address order by address) as addresses,
                       array_agg(verified::text order by address) as verified
              from     person_email
              where    person_id = any(?)
              group by person_id
            )
            select p.id, p.version, p.display_name, p.given_name, p.family_name, p.affiliation, p.career_stage, p.orcid,
                   p.zone, p.locale, p.subject, p.linkedin, p.researchgate, p.x, p.mastodon,
                   p.bluesky, p.pubmed, p.scholar, p.website,
                   a.addresses, a.verified
            from   person p
            left   join address a on a.person_id = p.id
            where  p.id = any(?)
            order  by p.id
            """;

    private final EntityManager entities;
    private final Sql sql;
    private final Outbox outbox;

    PersonPublisher(EntityManager entities, Sql sql, Outbox outbox) {
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
        outbox.append(sql.query(STATE, PersonPublisher::state, ids, ids).stream()
                .map(PersonMessage::fact)
                .toList());
    }

    private static PersonMessage state(ResultSet row) throws SQLException {
        return new PersonMessage.PersonChanged(
                Sql.id(row, "id"),
                row.getLong("version"),
                row.getString("display_name"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("affiliation"),
                row.getString("career_stage"),
                row.getString("orcid"),
                row.getString("zone"),
                row.getString("locale"),
                row.getString("subject"),
                emails(Sql.texts(row, "addresses"), Sql.texts(row, "verified")),
                new Links(
                        row.getString("linkedin"),
                        row.getString("researchgate"),
                        row.getString("x"),
                        row.getString("mastodon"),
                        row.getString("bluesky"),
                        row.getString("pubmed"),
                        row.getString("scholar"),
                        row.getString("website")));
    }

    private static List<PersonMessage.Email> emails(List<String> addresses, List<String> verified) {
        var emails = new ArrayList<PersonMessage.Email>();
        for (int i = 0; i < addresses.size(); i++) {
            emails.add(new PersonMessage.Email(addresses.get(i), Boolean.parseBoolean(verified.get(i))));
        }
        return emails;
    }
}
