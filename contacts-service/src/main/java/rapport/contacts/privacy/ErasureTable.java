package rapport.contacts.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapport.kit.sql.Sql;

/** The rows of requests for erasure, and of the services' answers. */
@ApplicationScoped
class ErasureTable {
    private static final String SELECT = """
            select e.id, e.person_id, e.subject, e.requested_at,
                   (select min(confirmed_at) from erasure_confirmation c
                    where  c.erasure_id = e.id and c.service = 'events-service') as events,
                   (select min(confirmed_at) from erasure_confirmation c
                    where  c.erasure_id = e.id and c.service = 'contacts-service') as contacts,
                   (select min(confirmed_at) from erasure_confirmation c
                    where  c.erasure_id = e.id and c.service = 'followup-service') as followup
            from   erasure e
            """;

    private static final String LATEST =
            SELECT + " where e.subject_hash = ? order by e.requested_at desc, e.id desc limit 1";

    private static final String LOCK = "select 1 from erasure where id = any (?::uuid[]) order by id for update";

    private static final String READ = SELECT + " where e.id = any (?::uuid[]) order by e.id";

    private static final String INSERT = """
            insert into erasure (id, person_id, subject_hash, subject, keys, state, requested_at)
            values (?, ?, ?, ?, ?, 'REQUESTED', ?)
            on conflict do nothing
            """;

    private static final String CONFIRM = """
            insert into erasure_confirmation (erasure_id, service, confirmed_at)
            values (?, ?, ?)
            on conflict do nothing
            """;

    private static final String COMPLETE = """
            update erasure
            set    state = 'COMPLETED', completed_at = ?, subject = null, keys = '{}'
            where  id = ? and state = 'REQUESTED'
            """;

    /** The latest request of an account. */
    Optional<Erasure> latest(Connection connection, String subjectHash) throws SQLException {
        return Sql.query(connection, LATEST, ErasureTable::read, subjectHash).stream()
                .findFirst();
    }

    /** @return false when there was one with this id, or an open one of this account */
    boolean insert(Connection connection, Erasure erasure, String subjectHash, Collection<String> keys)
            throws SQLException {
        return Sql.update(
                        connection,
                        INSERT,
                        erasure.id(),
                        erasure.personId(),
                        subjectHash,
                        erasure.subject(),
                        keys,
                        erasure.requestedAt())
                > 0;
    }

    /** Those of the erasures that are known here, kept from everybody else until the end of the transaction. */
    List<Erasure> locked(Connection connection, Collection<UUID> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        // Two statements: what others confirmed until the lock was given is in the second one's snapshot.
        Sql.query(connection, LOCK, row -> 1, ids);
        return Sql.query(connection, READ, ErasureTable::read, ids);
    }

    void confirm(Connection connection, UUID erasure, ErasingService service, Instant at) throws SQLException {
        Sql.update(connection, CONFIRM, erasure, service.key(), at);
    }

    /** @return false when it was complete before */
    boolean complete(Connection connection, UUID erasure, Instant at) throws SQLException {
        return Sql.update(connection, COMPLETE, at, erasure) > 0;
    }

    private static Erasure read(ResultSet row) throws SQLException {
        var confirmations = new EnumMap<ErasingService, Instant>(ErasingService.class);
        put(confirmations, ErasingService.EVENTS, Sql.instant(row, "events"));
        put(confirmations, ErasingService.CONTACTS, Sql.instant(row, "contacts"));
        put(confirmations, ErasingService.FOLLOW_UP, Sql.instant(row, "followup"));
        return new Erasure(
                Sql.id(row, "id"),
                Sql.id(row, "person_id"),
                row.getString("subject"),
                Sql.instant(row, "requested_at"),
                confirmations);
    }

    private static void put(EnumMap<ErasingService, Instant> confirmations, ErasingService service, Instant at) {
        if (at != null) {
            confirmations.put(service, at);
        }
    }
}
