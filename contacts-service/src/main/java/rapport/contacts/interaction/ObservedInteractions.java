package rapport.contacts.interaction;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import rapport.contacts.contact.Belongings;
import rapport.kit.sql.Columns;

/** Adds interactions that the service observed. Their ids are derived from what caused them: the same again adds nothing. */
@ApplicationScoped
@Unremovable
public class ObservedInteractions {
    private static final String ADD = """
            insert into interaction (owner, id, contact_id, kind, direction, occurred_at, note, source, content, version, created_at)
            select distinct on (f.owner, f.id)
                   f.owner, f.id, surviving_contact(c.owner, c.id), f.kind, f.direction, f.occurred_at::timestamptz, f.note, f.source,
                   f.id, 1, now()
            from   unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                   as f (owner, id, contact_id, kind, direction, occurred_at, note, source)
            join   contact c on c.owner = f.owner and c.id = f.contact_id
            on conflict (owner, id) do nothing
            returning owner, contact_id
            """;

    private final Belongings belongings;

    public ObservedInteractions(Belongings belongings) {
        this.belongings = belongings;
    }

    /** What was observed. A contact that the owner does not have is passed over. */
    public record Observed(
            String owner,
            UUID id,
            UUID contactId,
            InteractionKind kind,
            Direction direction,
            Instant occurredAt,
            String note,
            Source source) {}

    /** Adds those that are new. The owners are locked. */
    public void add(Connection connection, List<Observed> observed) throws SQLException {
        var touched = new TreeMap<String, Set<UUID>>();
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            new Columns<>(connection, statement, observed)
                    .with("text", Observed::owner)
                    .with("uuid", Observed::id)
                    .with("uuid", Observed::contactId)
                    .with("text", Observed::kind)
                    .with("text", Observed::direction)
                    .with("text", Observed::occurredAt)
                    .with("text", Observed::note)
                    .with("text", Observed::source);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    touched.computeIfAbsent(row.getString("owner"), owner -> new TreeSet<>())
                            .add(row.getObject("contact_id", UUID.class));
                }
            }
        }
        for (Map.Entry<String, Set<UUID>> one : touched.entrySet()) {
            belongings.touched(connection, one.getKey(), one.getValue());
        }
    }
}
