package rapport.followup.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import rapport.kit.sql.Sql;

/**
 * Erases what the service knows of a person. Keyed hashes of addresses that must not be written to outlive them: who does not want
 * mail does not want it afterwards either.
 */
@ApplicationScoped
class PersonRows {
    private static final String ENSURE = "insert into recipient (person_id) values (?) on conflict do nothing";

    private static final String LOCK = "select person_id from recipient where person_id = ? for update";

    /** The tombstone is written: from now on triggers leave these rows without content, whoever writes them. */
    private static final List<String> SILENCE = List.of(
            "update person set version = version where person_id = ?",
            "update speaker set version = version where person_id = ?",
            "update contact set version = version where person_id = ?",
            "update attendance set version = version where person_id = ?",
            "update registration set version = version where person_id = ?");

    private static final String BOUNDARY = """
            with gone as (
                delete from boundary where person_id = ? returning person_id, version + 1 as version
            )
            insert into outbox (topic, key, version, type, body)
            select 'rapport.boundary.v1', person_id, version, 'boundary.deleted.v1',
                   json_build_object('personId', person_id, 'version', version)::text
            from   gone
            """;

    private static final List<String> FORGET = List.of(
            "delete from stop_signal where person_id = ?",
            "update interaction set person_id = null where person_id = ?",
            "delete from recipient where person_id = ?",
            "delete from letter where person_id = ?",
            "delete from contact_request where person_id = ?",
            "delete from question q using question_digest d where d.id = q.digest_id and d.person_id = ?",
            "delete from question_digest where person_id = ?",
            "update suppression set person_id = null where person_id = ?");

    // Nobody could read them, so nobody knows whom they are about but by what stands in them.
    private static final String PARKED = """
            delete from parked_message m
            using  unnest(?::text[]) as t (trace)
            where  position(convert_to(t.trace, 'UTF8') in m.body) > 0 or position(convert_to(t.trace, 'UTF8') in m.key) > 0
            """;

    /** Whoever decides about a message to them has finished, and who comes later sees that they are gone. */
    void lock(Connection connection, UUID person) throws SQLException {
        Sql.update(connection, ENSURE, person);
        Sql.query(connection, LOCK, row -> 1, person);
    }

    void silence(Connection connection, UUID person) throws SQLException {
        for (String sql : SILENCE) {
            Sql.update(connection, sql, person);
        }
    }

    void forget(Connection connection, UUID person) throws SQLException {
        Sql.update(connection, BOUNDARY, person);
        for (String sql : FORGET) {
            Sql.update(connection, sql, person);
        }
    }

    void forgetParked(Connection connection, Collection<String> traces) throws SQLException {
        Sql.update(connection, PARKED, traces);
    }
}
