package rapport.contacts.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.kit.inbound.Inbound;
import rapport.kit.inbound.MessageHandler;
import rapport.kit.inbound.Unreadable;
import rapport.kit.sql.Columns;

/** Keeps how people want to be written to, so that owners see it before they write. */
@ApplicationScoped
class BoundaryFeed implements MessageHandler {
    private static final String CHANGED = "boundary.changed.v1";
    private static final String DELETED = "boundary.deleted.v1";

    private static final String UPSERT = """
            insert into boundary as b (person_id, version, mode, weekly_budget)
            select distinct on (person_id) person_id, version, mode, weekly_budget
            from   unnest(?::uuid[], ?::bigint[], ?::text[], ?::int[]) as m (person_id, version, mode, weekly_budget)
            order  by person_id, version desc
            on conflict (person_id) do update
            set    version = excluded.version, mode = excluded.mode, weekly_budget = excluded.weekly_budget
            where  excluded.version > b.version
            """;

    /** What is read of the message. */
    record Changed(UUID personId, long version, String mode, Integer weeklyBudget) {
        static Changed of(Inbound message) {
            if (message.type().equals(DELETED)) {
                return new Changed(message.aggregateId(), message.version(), null, null);
            }
            Changed changed = message.read(Changed.class);
            message.requireKey(changed.personId);
            if (changed.mode == null || changed.weeklyBudget == null) {
                throw new Unreadable("mode and weeklyBudget are required");
            }
            return changed;
        }
    }

    @Override
    public String topic() {
        return "rapport.boundary.v1";
    }

    @Override
    public Set<String> types() {
        return Set.of(CHANGED, DELETED);
    }

    @Override
    public void apply(List<Inbound> batch, Connection connection) throws SQLException {
        List<Changed> boundaries = batch.stream().map(Changed::of).toList();
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            new Columns<>(connection, statement, boundaries)
                    .with("uuid", Changed::personId)
                    .with("bigint", Changed::version)
                    .with("text", Changed::mode)
                    .with("int4", Changed::weeklyBudget);
            statement.executeUpdate();
        }
    }
}
