package rapport.contacts.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;
import rapport.kit.sql.Columns;

/** Keeps what contacts need to know of sessions. */
@ApplicationScoped
class SessionFeed implements MessageHandler {
    private static final String CHANGED = "session.changed.v1";
    private static final String DELETED = "session.deleted.v1";

    private static final String UPSERT = """
            insert into session as s (id, version, event_id, title, room, starts_at, ends_at, status, speaker_ids)
            select distinct on (id) id, version, event_id, title, room, starts_at::timestamptz, ends_at::timestamptz, status,
                   speaker_ids::uuid[]
            from   unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                   as m (id, version, event_id, title, room, starts_at, ends_at, status, speaker_ids)
            order  by id, version desc
            on conflict (id) do update
            set    version = excluded.version, event_id = excluded.event_id, title = excluded.title, room = excluded.room,
                   starts_at = excluded.starts_at, ends_at = excluded.ends_at, status = excluded.status,
                   speaker_ids = excluded.speaker_ids
            where  excluded.version > s.version
            """;

    record Part(UUID speakerId) {}

    record Changed(
            UUID sessionId,
            long version,
            UUID eventId,
            String title,
            String room,
            Instant startInstant,
            Instant endInstant,
            String status,
            List<Part> speakers) {
        static Changed of(Inbound message) {
            if (message.type().equals(DELETED)) {
                return new Changed(
                        message.aggregateId(), message.version(), null, null, null, null, null, "DELETED", null);
            }
            Changed changed = message.read(Changed.class);
            message.requireKey(changed.sessionId);
            return changed;
        }

        /** As a Postgres array literal. */
        String speakerIds() {
            return speakers == null
                    ? "{}"
                    : "{"
                            + String.join(
                                    ",",
                                    speakers.stream()
                                            .map(part -> part.speakerId.toString())
                                            .toList()) + "}";
        }
    }

    @Override
    public String topic() {
        return "rapport.session.v1";
    }

    @Override
    public Set<String> types() {
        return Set.of(CHANGED, DELETED);
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        List<Changed> sessions = batch.stream().map(Changed::of).toList();
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            new Columns<>(connection, statement, sessions)
                    .with("uuid", Changed::sessionId)
                    .with("bigint", Changed::version)
                    .with("uuid", Changed::eventId)
                    .with("text", Changed::title)
                    .with("text", Changed::room)
                    .with("text", Changed::startInstant)
                    .with("text", Changed::endInstant)
                    .with("text", Changed::status)
                    .with("text", Changed::speakerIds);
            statement.executeUpdate();
        }
    }
}
