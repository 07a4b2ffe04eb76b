package rapport.followup.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;

/** Keeps who is registered where, for audiences. */
@ApplicationScoped
public class RegistrationFeed implements MessageHandler {

    static final String CHANGED = "registration.changed.v1";
    private static final String DELETED = "registration.deleted.v1";

    private static final String UPSERT = """
            insert into registration as known (registration_id, version, deleted, event_id, person_id, status, interests)
            select distinct on ("registrationId")
                   "registrationId", version, deleted, "eventId", "personId", status, interests
            from   jsonb_to_recordset(?::jsonb) as incoming ("registrationId" uuid, version bigint, deleted boolean,
                   "eventId" uuid, "personId" uuid, status text, interests jsonb)
            order  by "registrationId", version desc
            on conflict (registration_id) do update
            set    version = excluded.version, deleted = excluded.deleted, event_id = excluded.event_id,
                   person_id = excluded.person_id, status = excluded.status, interests = excluded.interests
            where  excluded.version > known.version
            """;

    /** What is read of the message. */
    record Changed(UUID registrationId, UUID eventId, UUID personId, String status, List<String> interests) {}

    private record Row(
            UUID registrationId,
            long version,
            boolean deleted,
            UUID eventId,
            UUID personId,
            String status,
            List<String> interests) {}

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
        Upsert.run(connection, UPSERT, batch.stream().map(RegistrationFeed::row).toList());
    }

    private static Row row(Inbound message) {
        if (message.type().equals(DELETED)) {
            return new Row(message.aggregateId(), message.version(), true, null, null, null, List.of());
        }
        Changed told = message.read(Changed.class);
        message.requireKey(told.registrationId());
        return new Row(
                told.registrationId(),
                message.version(),
                false,
                told.eventId(),
                told.personId(),
                told.status(),
                told.interests() == null ? List.of() : told.interests());
    }
}
