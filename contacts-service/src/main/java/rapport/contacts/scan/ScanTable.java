package rapport.contacts.scan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import rapport.contacts.contact.ContactTable;
import rapport.contacts.contact.Shared;
import rapport.kit.sql.Columns;

/** The set-based statements of the ingest. */
@ApplicationScoped
class ScanTable {
    private static final String FIND = """
            select i.n, s.contact_id as earlier_contact, s.fingerprint as earlier_fingerprint,
                   r.event_id as badge_event, p.id as badge_person, p.subject as badge_subject,
                   b.status = 'ACTIVE' and r.status not in ('CANCELLED', 'DELETED') as badge_valid,
                   r.status = 'DELETED' as badge_gone,
                   coalesce(k.state = 'GRANTED', false)
                   or k.state is distinct from 'WITHDRAWN' and r.sharing = 'CARD' and r.withdrawn_at is null as badge_shares,
                   case when k.state = 'GRANTED'
                        then (select array_to_string(w.fields, ',')
                              from   shared_with(p.id, i.owner, jsonb_build_object(r.event_id::text, 1)) w)
                        else array_to_string(d.shown, ',')
                   end as badge_fields,
                   %s
            from   unnest(?::text[], ?::uuid[], ?::text[], ?::uuid[]) with ordinality
                   as i (owner, scan_id, token_hash, pending_key, n)
            left   join scan s on s.owner = i.owner and s.scan_id = i.scan_id
            left   join badge b on b.token_hash = decode(i.token_hash, 'hex')
            left   join registration r on r.id = b.registration_id
            left   join person p on p.id = r.person_id and p.status = 'ACTIVE'
            left   join share_card d on d.id = coalesce(r.card_id, p.card_id)
            left   join consent k on k.person_id = p.id and k.holder = i.owner
            left   join contact c on c.counterpart = case when p.id is null then i.pending_key else p.id end and c.owner = i.owner
            """.formatted(ContactTable.COLUMNS);

    // Only rows that are new get here; the conflict clause is the last line of defence, not the rule.
    private static final String ADD = """
            with pending as (
                insert into pending_badge (token_hash, owner, event_id, contact_id)
                select decode(token_hash, 'hex'), owner, event_id, contact_id
                from   unnest(?::text[], ?::text[], ?::uuid[], ?::uuid[]) as p (token_hash, owner, event_id, contact_id)
                on conflict do nothing
            )
            insert into scan (owner, scan_id, contact_id, event_id, outcome, fingerprint, scanned_at, effective_at, received_at,
                              clock_corrected, device_id, device_sequence)
            select owner, scan_id, contact_id, event_id, outcome, fingerprint, to_timestamp(scanned_at / 1e3),
                   to_timestamp(effective_at / 1e3), to_timestamp(received_at / 1e3), clock_corrected, device_id, device_sequence
            from   unnest(?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                          ?::bool[], ?::text[], ?::bigint[])
                   as s (owner, scan_id, contact_id, event_id, outcome, fingerprint, scanned_at, effective_at, received_at,
                         clock_corrected, device_id, device_sequence)
            """;

    /** What is known about each scan, in the order given. */
    List<Found> find(Connection connection, List<Scan> scans) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            new Columns<>(connection, statement, scans)
                    .with("text", Scan::owner)
                    .with("uuid", Scan::id)
                    .with("text", Scan::tokenHash)
                    .with("uuid", Scan::pendingKey);
            var found = new Found[scans.size()];
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found[row.getInt("n") - 1] = found(row);
                }
            }
            return Arrays.asList(found);
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        UUID earlier = row.getObject("earlier_contact", UUID.class);
        UUID person = row.getObject("badge_person", UUID.class);
        return new Found(
                earlier == null ? null : new Found.Earlier(earlier, row.getLong("earlier_fingerprint")),
                row.getBoolean("badge_gone"),
                person == null ? null : badge(row, person),
                row.getObject("id") == null ? null : ContactTable.read(row));
    }

    private static Found.Badge badge(ResultSet row, UUID person) throws SQLException {
        return new Found.Badge(
                row.getObject("badge_event", UUID.class),
                person,
                row.getString("badge_subject"),
                row.getBoolean("badge_valid"),
                Shared.stored(row.getBoolean("badge_shares"), row.getString("badge_fields")));
    }

    /** Stores new scans, and remembers which of them wait for a registration. */
    void add(Connection connection, List<Decided> scans) throws SQLException {
        if (scans.isEmpty()) {
            return;
        }
        List<Decided> pending =
                scans.stream().filter(s -> s.outcome() == Outcome.PENDING).toList();
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            new Columns<>(connection, statement, pending)
                    .with("text", s -> s.scan().tokenHash())
                    .with("text", s -> s.scan().owner())
                    .with("uuid", s -> s.scan().item().eventId())
                    .with("uuid", Decided::contactId)
                    .then(scans)
                    .with("text", s -> s.scan().owner())
                    .with("uuid", s -> s.scan().id())
                    .with("uuid", Decided::contactId)
                    .with("uuid", s -> s.scan().item().eventId())
                    .with("text", s -> s.outcome().name())
                    .with("bigint", s -> s.scan().fingerprint())
                    .with("bigint", s -> s.scan().clock().scannedAt().toEpochMilli())
                    .with("bigint", s -> s.scan().clock().effectiveAt().toEpochMilli())
                    .with("bigint", s -> s.scan().receivedAt().toEpochMilli())
                    .with("bool", s -> s.scan().clockCorrected())
                    .with("text", s -> s.scan().item().deviceId())
                    .with("bigint", s -> s.scan().deviceSequence());
            statement.executeUpdate();
        }
    }
}
