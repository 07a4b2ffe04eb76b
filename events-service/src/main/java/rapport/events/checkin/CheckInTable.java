package rapport.events.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import rapport.events.sql.Sql;
import rapport.kit.id.Ids;
import rapport.kit.sql.Columns;

/** The set-based statements of the ingest. */
@ApplicationScoped
class CheckInTable {
    // Registrations in one order, so that two writers never wait for each other in a circle.
    private static final String LOCK = """
            select   r.id
            from     registration r
            where    r.id in (select b.registration_id
                              from   unnest(?::text[]) as t (hash)
                              join   badge b on b.token_hash = decode(t.hash, 'hex'))
            order by r.id
            for no key update of r
            """;

    private static final String FIND = """
            select i.n, c.registration_id as earlier_registration, c.fingerprint as earlier_fingerprint,
                   b.event_id as badge_event, b.registration_id as badge_registration, b.revoked_at,
                   r.status = 'CONFIRMED' as confirmed, i.session_id is null or s.id is not null as session_known,
                   p.type as before_type, p.effective_at as before_at, p.scan_id as before_id
            from   unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::bigint[]) with ordinality
                   as i (event_id, scan_id, token_hash, session_id, effective_at, n)
            left   join check_in c on c.event_id = i.event_id and c.scan_id = i.scan_id
            left   join badge b on b.token_hash = decode(i.token_hash, 'hex')
            left   join registration r on r.id = b.registration_id
            left   join session s on s.id = i.session_id and s.event_id = i.event_id
            left   join lateral (
                       select   m.type, m.effective_at, m.scan_id
                       from     check_in m
                       where    m.registration_id = r.id and m.place_id = coalesce(i.session_id, i.event_id)
                                and (m.effective_at, m.scan_id) < (to_timestamp(i.effective_at / 1e3), i.scan_id)
                                and not exists (select 1 from check_in_void v
                                                where  v.event_id = m.event_id and v.scan_id = m.scan_id)
                       order by m.effective_at desc, m.scan_id desc
                       limit    1
                   ) p on true
            """;

    private static final String ADD = """
            insert into check_in (event_id, scan_id, id, registration_id, session_id, token_hash, type, scanned_at, effective_at,
                                  received_at, clock_corrected, device_id, actor, fingerprint)
            select   event_id, scan_id, id, registration_id, session_id, decode(token_hash, 'hex'), type,
                     to_timestamp(scanned_at / 1e3), to_timestamp(effective_at / 1e3), to_timestamp(received_at / 1e3),
                     clock_corrected, device_id, actor, fingerprint
            from     unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                            ?::bigint[], ?::bool[], ?::text[], ?::text[], ?::bigint[])
                     as c (event_id, scan_id, id, registration_id, session_id, token_hash, type, scanned_at, effective_at,
                           received_at, clock_corrected, device_id, actor, fingerprint)
            order by event_id, scan_id
            on conflict do nothing
            """;

    /** Lets the writers of one registration's log take turns until the end of the transaction. */
    void lock(Connection connection, List<CheckIn> checkIns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            new Columns<>(connection, statement, checkIns).with("text", CheckIn::tokenHash);
            statement.execute();
        }
    }

    /** What is known about each check-in, in the order given. */
    List<Found> find(Connection connection, List<CheckIn> checkIns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            new Columns<>(connection, statement, checkIns)
                    .with("uuid", c -> c.door().eventId())
                    .with("uuid", CheckIn::scanId)
                    .with("text", CheckIn::tokenHash)
                    .with("uuid", c -> c.door().sessionId())
                    .with("bigint", c -> c.clock().effectiveAt().toEpochMilli());
            var found = new Found[checkIns.size()];
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found[row.getInt("n") - 1] =
                            new Found(earlier(row), badge(row), before(row), row.getBoolean("session_known"));
                }
            }
            return Arrays.asList(found);
        }
    }

    private static Found.Earlier earlier(ResultSet row) throws SQLException {
        long fingerprint = row.getLong("earlier_fingerprint");
        return row.wasNull() ? null : new Found.Earlier(Sql.id(row, "earlier_registration"), fingerprint);
    }

    private static Found.Badge badge(ResultSet row) throws SQLException {
        UUID registration = Sql.id(row, "badge_registration");
        return registration == null
                ? null
                : new Found.Badge(
                        Sql.id(row, "badge_event"),
                        registration,
                        instant(row, "revoked_at"),
                        row.getBoolean("confirmed"));
    }

    private static Mark before(ResultSet row) throws SQLException {
        String type = row.getString("before_type");
        return type == null
                ? null
                : new Mark(CheckInType.valueOf(type), instant(row, "before_at"), Sql.id(row, "before_id"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** @return false when somebody else has stored one of them in the meantime: then nothing may be committed */
    boolean add(Connection connection, List<Decided> checkIns) throws SQLException {
        if (checkIns.isEmpty()) {
            return true;
        }
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            new Columns<>(connection, statement, checkIns)
                    .with("uuid", c -> c.checkIn().door().eventId())
                    .with("uuid", c -> c.checkIn().scanId())
                    .with("uuid", c -> Ids.next())
                    .with("uuid", Decided::registrationId)
                    .with("uuid", c -> c.checkIn().door().sessionId())
                    .with("text", c -> c.checkIn().tokenHash())
                    .with("text", c -> c.checkIn().item().type().name())
                    .with("bigint", c -> c.checkIn().clock().scannedAt().toEpochMilli())
                    .with("bigint", c -> c.checkIn().clock().effectiveAt().toEpochMilli())
                    .with("bigint", c -> c.checkIn().receivedAt().toEpochMilli())
                    .with("bool", c -> c.checkIn().clock().corrected())
                    .with("text", c -> c.checkIn().item().deviceId())
                    .with("text", c -> c.checkIn().actor())
                    .with("bigint", c -> c.checkIn().item().fingerprint());
            return statement.executeUpdate() == checkIns.size();
        }
    }
}
