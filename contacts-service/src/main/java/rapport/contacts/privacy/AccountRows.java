package rapport.contacts.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import rapport.contacts.contact.ContactTable;
import rapport.kit.sql.Sql;

/** Erases what an account owns: its contacts, what it wrote about them, and what it asked of others. */
@ApplicationScoped
class AccountRows {
    private static final String CONTACTS = """
            with gone as (
                delete from contact c
                where  c.owner = ? and c.id in (select id from contact where owner = ? order by id limit 1000)
                returning c.id, c.version + 1 as version
            )
            insert into outbox (topic, key, version, type, body)
            select 'rapport.contact.v1', id, version, 'contact.deleted.v1',
                   json_build_object('id', id, 'version', version)::text
            from   gone
            """;

    private static final String RECIPROCITY = """
            with owed as (
                delete from contact_reciprocity where owner = ? returning contact_id, version + 1 as version
            )
            insert into outbox (topic, key, version, type, body)
            select 'rapport.reciprocity.v1', contact_id, version, 'reciprocity.deleted.v1',
                   json_build_object('contactId', contact_id, 'version', version)::text
            from   owed
            """;

    // Whoever changes a request holds the mentor's profile.
    private static final String LOCK_PROFILES = """
            select id
            from   mentor_profile
            where  owner = ? or id in (select profile_id from mentoring_request where mentee = ?)
            order  by id
            for update
            """;

    /** A place that the mentee had is free again. */
    private static final String ASKED = """
            with gone as (
                delete from mentoring_request where mentee = ? returning profile_id, state
            )
            update mentor_profile p
            set    taken = p.taken - f.places, version = p.version + 1
            from   (select profile_id, count(*) as places from gone where state = 'ACCEPTED' group by profile_id) as f
            where  p.id = f.profile_id
            """;

    private static final List<String> OWNED = List.of(
            "delete from note where owner = ?",
            "delete from scan where owner = ?",
            "delete from pending_badge where owner = ?",
            "delete from interaction where owner = ?",
            "delete from ledger_entry where owner = ?",
            "delete from contact_merge where owner = ?",
            "delete from contact_distinct where owner = ?",
            "delete from contact_cadence where owner = ?",
            "delete from contact_depth where owner = ?",
            "delete from tag_cadence where owner = ?",
            "delete from reminder_setting where owner = ?",
            // Answers that would be given again to those who asked.
            """
            delete from idempotency_key k
            using  mentoring_request r
            join   mentor_profile p on p.id = r.profile_id
            where  p.owner = ? and k.owner = r.mentee and position(convert_to(r.id::text, 'UTF8') in k.body) > 0
            """,
            "delete from mentoring_request r using mentor_profile p where p.id = r.profile_id and p.owner = ?",
            "delete from mentor_profile where owner = ?",
            "delete from goal where owner = ?",
            "delete from introduction_side s using introduction i where i.id = s.introduction_id and i.introducer = ?",
            "delete from introduction where introducer = ?",
            "delete from acquaintance where owner = ?",
            "delete from dismissed_suggestion where owner = ?",
            "delete from consent where holder = ?",
            // What others gave stays theirs to prove; whom they gave it to is nobody any more.
            "update consent_receipt set holder = 'erased' where holder = ?",
            "delete from idempotency_key where owner = ?");

    private final ContactTable contacts;

    AccountRows(ContactTable contacts) {
        this.contacts = contacts;
    }

    /** @return how many contacts went; 0 when there are none left */
    int forgetContacts(Connection connection, String subject) throws SQLException {
        contacts.lockOwners(connection, List.of(subject));
        return Sql.update(connection, CONTACTS, subject, subject);
    }

    void forget(Connection connection, String subject) throws SQLException {
        contacts.lockOwners(connection, List.of(subject));
        PersonRows.passReceipts(connection);
        Sql.query(connection, LOCK_PROFILES, row -> 1, subject, subject);
        Sql.update(connection, RECIPROCITY, subject);
        Sql.update(connection, ASKED, subject);
        for (String sql : OWNED) {
            Sql.update(connection, sql, subject);
        }
    }
}
