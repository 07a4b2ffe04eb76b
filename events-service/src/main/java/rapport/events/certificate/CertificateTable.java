package rapport.events.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rapport.events.sql.Sql;

/** Certificates as rows. */
@ApplicationScoped
class CertificateTable {
    private static final String COLUMNS = """
            select id, code, event_id, registration_id, person_id, holder, name_shown, event_name, zone, required, minutes,
                   status, revoked_because, issued_at, revoked_at
            from   certificate
            """;

    private static final String BY_ID = COLUMNS + "where id = ?";

    private static final String BY_CODE = COLUMNS + "where code = ?";

    private static final String VALID = COLUMNS + "where registration_id = ? and status = 'VALID'";

    private static final String OF_EVENT = COLUMNS + "where event_id = ? and id > ? order by id limit ?";

    private static final String OF_PERSON = COLUMNS + "where person_id = ? and id > ? order by id limit ?";

    private static final String SESSIONS = """
            select certificate_id, session_id as id, title, starts_at, ends_at, minutes, percent, assumed
            from   certificate_session
            where  certificate_id = any(?::uuid[])
            order  by certificate_id, starts_at, session_id
            """;

    private static final String ADD = """
            insert into certificate (id, code, event_id, registration_id, person_id, holder, name_shown, event_name, zone,
                                     required, minutes, status, issued_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'VALID', ?)
            """;

    private static final String ADD_SESSION = """
            insert into certificate_session (certificate_id, session_id, title, starts_at, ends_at, minutes, percent, assumed)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String REVOKE = """
            update certificate
            set    status = 'REVOKED', revoked_because = ?, revoked_at = ?
            where  id = ? and status = 'VALID'
            """;

    /** What is said about the sessions of a certificate, and what is known about them now. */
    private static final String OUTDATED = """
            select count(*)
            from   certificate c
            join   certificate_session s on s.certificate_id = c.id
            left   join attendance a
                   on a.session_id = s.session_id and a.registration_id = c.registration_id and a.status = 'ACTIVE'
            where  c.id = ? and (a.id is null or not a.attended or a.seconds / 60 < s.minutes)
            """;

    private record Row(Certificate certificate, UUID personId) {}

    private final Sql sql;

    CertificateTable(Sql sql) {
        this.sql = sql;
    }

    Optional<Certificate> byId(UUID id) {
        return complete(sql.query(BY_ID, CertificateTable::row, id)).stream().findFirst();
    }

    Optional<Certificate> byCode(UUID code) {
        return complete(sql.query(BY_CODE, CertificateTable::row, code)).stream()
                .findFirst();
    }

    Optional<UUID> holderOf(UUID id) {
        return sql.query(BY_ID, CertificateTable::row, id).stream()
                .map(Row::personId)
                .findFirst();
    }

    Optional<Certificate> valid(UUID registrationId) {
        return complete(sql.query(VALID, CertificateTable::row, registrationId)).stream()
                .findFirst();
    }

    List<Certificate> ofEvent(UUID eventId, UUID after, int limit) {
        return complete(sql.query(OF_EVENT, CertificateTable::row, eventId, after, limit));
    }

    List<Certificate> ofPerson(UUID personId, UUID after, int limit) {
        return complete(sql.query(OF_PERSON, CertificateTable::row, personId, after, limit));
    }

    void add(UUID id, UUID code, Entitlement what, NameShown shown, Instant now) {
        sql.update(
                ADD,
                id,
                code,
                what.eventId(),
                what.registrationId(),
                what.personId(),
                what.holder(),
                shown,
                what.eventName(),
                what.zone(),
                what.required(),
                what.minutes(),
                now);
        sql.batch(
                ADD_SESSION,
                what.sessions().stream()
                        .map(one -> new Object[] {
                            id,
                            one.sessionId(),
                            one.title(),
                            one.startsAt(),
                            one.endsAt(),
                            one.minutes(),
                            one.percent(),
                            one.assumed()
                        })
                        .toList());
    }

    void revoke(UUID id, Certificate.Because because, Instant now) {
        sql.update(REVOKE, because, now, id);
    }

    /** Whether less is known now than the certificate says. */
    boolean isOutdated(UUID id) {
        return sql.query(OUTDATED, row -> row.getInt(1), id).getFirst() > 0;
    }

    private List<Certificate> complete(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<AttendedSession>> sessions = new HashMap<>();
        sql.query(
                SESSIONS,
                row -> sessions.computeIfAbsent(Sql.id(row, "certificate_id"), any -> new ArrayList<>())
                        .add(Entitlements.session(row)),
                rows.stream().map(row -> row.certificate().id()).toList());
        return rows.stream()
                .map(Row::certificate)
                .map(one -> with(one, sessions.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private static Certificate with(Certificate c, List<AttendedSession> sessions) {
        return new Certificate(
                c.id(),
                c.code(),
                c.eventId(),
                c.registrationId(),
                c.holder(),
                c.nameShown(),
                c.eventName(),
                c.zone(),
                c.rule(),
                c.minutes(),
                sessions,
                c.status(),
                c.revokedBecause(),
                c.issuedAt(),
                c.revokedAt());
    }

    private static Row row(ResultSet row) throws SQLException {
        String because = row.getString("revoked_because");
        OffsetDateTime revokedAt = row.getObject("revoked_at", OffsetDateTime.class);
        var certificate = new Certificate(
                Sql.id(row, "id"),
                Sql.id(row, "code"),
                Sql.id(row, "event_id"),
                Sql.id(row, "registration_id"),
                row.getString("holder"),
                NameShown.valueOf(row.getString("name_shown")),
                row.getString("event_name"),
                row.getString("zone"),
                Entitlement.rule(row.getInt("required")),
                row.getInt("minutes"),
                List.of(),
                Certificate.Status.valueOf(row.getString("status")),
                because == null ? null : Certificate.Because.valueOf(because),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                revokedAt == null ? null : revokedAt.toInstant());
        return new Row(certificate, Sql.id(row, "person_id"));
    }
}
