package rapport.contacts.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import rapport.kit.sql.Sql;

/** Erases what the service knows of a person: the directory, cards, consents, and what others wanted of them. */
@ApplicationScoped
class PersonRows {
    /** The tombstone is written: from now on triggers leave these rows without content, whoever writes them. */
    private static final List<String> SILENCE = List.of(
            "update person set version = version where id = any (?::uuid[])",
            "update speaker set version = version where person_id = any (?::uuid[])",
            "update registration set version = version where person_id = any (?::uuid[])",
            "update attendance set version = version where person_id = any (?::uuid[])",
            "delete from verified_address where person_id = any (?::uuid[])");

    private static final List<String> FORGET = List.of(
            "delete from consent where person_id = any (?::uuid[])",
            "delete from share_card where person_id = any (?::uuid[])",
            "delete from consent_receipt where person_id = any (?::uuid[])",
            "delete from sharing_change where person_id = any (?::uuid[])",
            "delete from boundary where person_id = any (?::uuid[])",
            "delete from sent_message where person_id = any (?::uuid[])",
            "delete from acquaintance where person_id = any (?::uuid[])",
            // Answers that would be given again to those who introduced them, or to whom they were introduced.
            """
            delete from idempotency_key k
            using  introduction i
            join   introduction_side s on s.introduction_id = i.id
            join   introduction_side other on other.introduction_id = i.id
            where  s.person_id = any (?::uuid[]) and k.owner in (i.introducer, other.subject)
            and    position(convert_to(i.id::text, 'UTF8') in k.body) > 0
            """,
            """
            with gone as (
                select id
                from   introduction
                where  id in (select introduction_id from introduction_side where person_id = any (?::uuid[]))
            ), sides as (
                delete from introduction_side s using gone g where s.introduction_id = g.id
            )
            delete from introduction i using gone g where i.id = g.id
            """);

    // Nobody could read them, so nobody knows whom they are about but by what stands in them.
    private static final String PARKED = """
            delete from parked_message m
            using  unnest(?::text[]) as t (trace)
            where  position(convert_to(t.trace, 'UTF8') in m.body) > 0 or position(convert_to(t.trace, 'UTF8') in m.key) > 0
            """;

    private static final String PASS_RECEIPTS = "select set_config('rapport.erasing', 'yes', true)";

    /** Lets this transaction, and no other one, change receipts. */
    static void passReceipts(Connection connection) throws SQLException {
        Sql.query(connection, PASS_RECEIPTS, row -> 1);
    }

    void silence(Connection connection, Collection<UUID> persons) throws SQLException {
        for (String sql : SILENCE) {
            Sql.update(connection, sql, persons);
        }
    }

    void forget(Connection connection, Collection<UUID> persons) throws SQLException {
        passReceipts(connection);
        for (String sql : FORGET) {
            Sql.update(connection, sql, persons);
        }
    }

    void forgetParked(Connection connection, Collection<String> traces) throws SQLException {
        Sql.update(connection, PARKED, traces);
    }
}
