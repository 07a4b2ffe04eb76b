package rapport.contacts.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import rapport.contacts.settle.Settlement;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;
import rapport.kit.inbound.Unreadable;
import rapport.kit.json.Json;
import rapport.kit.sql.Columns;

/** Keeps registrations with their badges: who stands behind a scanned code, and what they share. */
@ApplicationScoped
class RegistrationFeed implements MessageHandler {
    private static final String CHANGED = "registration.changed.v1";
    private static final String DELETED = "registration.deleted.v1";

    // That somebody shares with all whom they meet, or does not any more, is a receipt of its own.
    private static final String UPSERT = """
            with kept as (
            insert into registration as r (id, version, event_id, person_id, sharing, status, interests)
            select distinct on (id) id, version, event_id, person_id, sharing, status, array(select jsonb_array_elements_text(interests::jsonb))
            from   unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[])
                   as m (id, version, event_id, person_id, sharing, status, interests)
            order  by id, version desc
            on conflict (id) do update
            set    version = excluded.version, event_id = coalesce(excluded.event_id, r.event_id),
                   person_id = coalesce(excluded.person_id, r.person_id),
                   sharing = excluded.sharing, status = excluded.status, interests = excluded.interests, settle_again_at = null,
                   withdrawn_at = case when excluded.sharing = r.sharing then r.withdrawn_at end
            where  excluded.version > r.version
            returning r.id, r.version, r.event_id, r.person_id, r.card_id,
                      r.sharing = 'CARD' and r.status not in ('CANCELLED', 'DELETED') as shares
            )
            insert into consent_receipt (person_id, event_id, kind, through, card_id, card_version, fields, registration_id,
                                         registration_version, given_at)
            select k.person_id, k.event_id, case when k.shares then 'GRANTED' else 'WITHDRAWN' end, 'REGISTRATION', s.id, s.version,
                   coalesce(s.shown, public_card()), k.id, k.version, now()
            from   kept k
            left   join registration o on o.id = k.id
            left   join person p on p.id = k.person_id
            left   join share_card s on s.id = coalesce(k.card_id, p.card_id)
            where  k.person_id is not null
            and    k.shares <> coalesce(o.sharing = 'CARD' and o.status not in ('CANCELLED', 'DELETED'), false)
            on conflict do nothing
            """;

    // A message brings all badges of its registration; only those of the version that is stored now are taken.
    private static final String UPSERT_BADGES = """
            with brought as (
                select decode(m.token_hash, 'hex') as token_hash, m.registration_id, m.status
                from   unnest(?::text[], ?::uuid[], ?::text[], ?::bigint[]) as m (token_hash, registration_id, status, version)
                join   registration r on r.id = m.registration_id and r.version = m.version
            )
            insert into badge as b (token_hash, registration_id, status)
            select distinct on (token_hash) token_hash, registration_id, status
            from   brought
            order  by token_hash, registration_id
            on conflict (token_hash) do update
            set    status = excluded.status
            where  b.registration_id = excluded.registration_id and b.status <> excluded.status
            """;

    private static final String REVOKE_ABSENT = """
            update badge as b
            set    status = 'REVOKED'
            from   unnest(?::uuid[], ?::bigint[]) as m (registration_id, version)
            join   registration r on r.id = m.registration_id and r.version = m.version
            where  b.registration_id = m.registration_id and b.status <> 'REVOKED'
            and    not exists (
                       select 1
                       from   unnest(?::text[], ?::uuid[], ?::bigint[]) as h (token_hash, registration_id, version)
                       where  h.registration_id = m.registration_id and h.version = m.version
                       and    decode(h.token_hash, 'hex') = b.token_hash)
            """;

    private final Settlement settlement;

    RegistrationFeed(Settlement settlement) {
        this.settlement = settlement;
    }

    record Badge(String tokenHash, String status) {}

    private record BadgeRow(Changed registration, Badge badge) {}

    record Changed(
            UUID registrationId,
            long version,
            UUID eventId,
            UUID personId,
            String status,
            String sharing,
            List<String> interests,
            List<Badge> badges) {
        static Changed of(Inbound message) {
            if (message.type().equals(DELETED)) {
                return new Changed(
                        message.aggregateId(), message.version(), null, null, "DELETED", "OFF", null, List.of());
            }
            Changed changed = message.read(Changed.class);
            message.requireKey(changed.registrationId);
            if (changed.badges == null || changed.badges.stream().anyMatch(b -> !wellFormed(b))) {
                throw new Unreadable("badges are malformed");
            }
            return changed;
        }

        String interestsJson() {
            return Json.canonical(
                    interests == null
                            ? List.of()
                            : interests.stream().filter(Objects::nonNull).toList());
        }

        private static boolean wellFormed(Badge badge) {
            return badge != null && badge.tokenHash != null && badge.tokenHash.matches("[0-9a-fA-F]{64}");
        }
    }

    @Override
    public String topic() {
        return "rapport.registration.v1";
    }

    @Override
    public Set<String> types() {
        return Set.of(CHANGED, DELETED);
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        List<Changed> registrations = batch.stream().map(Changed::of).toList();
        List<BadgeRow> badges = registrations.stream()
                .flatMap(r -> r.badges().stream().map(badge -> new BadgeRow(r, badge)))
                .toList();
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            new Columns<>(connection, statement, registrations)
                    .with("uuid", Changed::registrationId)
                    .with("bigint", Changed::version)
                    .with("uuid", Changed::eventId)
                    .with("uuid", Changed::personId)
                    .with("text", Changed::sharing)
                    .with("text", Changed::status)
                    .with("text", Changed::interestsJson);
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(UPSERT_BADGES)) {
            new Columns<>(connection, statement, badges)
                    .with("text", row -> row.badge().tokenHash())
                    .with("uuid", row -> row.registration().registrationId())
                    .with("text", row -> row.badge().status())
                    .with("bigint", row -> row.registration().version());
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(REVOKE_ABSENT)) {
            new Columns<>(connection, statement, registrations)
                    .with("uuid", Changed::registrationId)
                    .with("bigint", Changed::version)
                    .then(badges)
                    .with("text", row -> row.badge().tokenHash())
                    .with("uuid", row -> row.registration().registrationId())
                    .with("bigint", row -> row.registration().version());
            statement.executeUpdate();
        }
    }

    @Override
    public void committed() {
        settlement.wake();
    }
}
