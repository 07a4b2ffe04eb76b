package rapport.contacts.depth;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.contacts.contact.Band;
import rapport.contacts.contact.ContactWatch;
import rapport.kit.sql.Columns;

/** Keeps the bands by which contacts are filtered: after every change of what they are computed from, and in the sweep. */
@ApplicationScoped
class DepthTable implements ContactWatch {
    // An equal row is not written again: a sweep that finds nothing new writes nothing.
    private static final String WRITE = """
            insert into contact_depth as d (owner, contact_id, band, formula)
            select owner, contact_id, band, %d
            from   unnest(?::text[], ?::uuid[], ?::text[]) as n (owner, contact_id, band)
            on conflict (owner, contact_id) do update
            set    band = excluded.band, formula = excluded.formula
            where  (d.band, d.formula) is distinct from (excluded.band, excluded.formula)
            """.formatted(Depth.FORMULA);

    private static final String DROP = """
            delete from contact_depth d
            using  unnest(?::text[], ?::uuid[]) as k (owner, id)
            where  d.owner = k.owner and d.contact_id = k.id
            """;

    private record Row(BondReader.Key key, Band band) {}

    private final BondReader bonds;
    private final Clock clock;

    DepthTable(BondReader bonds, Clock clock) {
        this.bonds = bonds;
        this.clock = clock;
    }

    @Override
    public void touched(Connection connection, String owner, Collection<UUID> contacts) throws SQLException {
        compute(
                connection,
                contacts.stream()
                        .distinct()
                        .sorted()
                        .map(id -> new BondReader.Key(owner, id))
                        .toList());
    }

    /** Computes these contacts anew. Those that are gone, or part of another one, have no band. */
    void compute(Connection connection, List<BondReader.Key> keys) throws SQLException {
        Instant now = clock.instant();
        Map<BondReader.Key, Bond> found = bonds.read(connection, keys);
        var rows = new ArrayList<Row>();
        found.forEach((key, bond) -> rows.add(new Row(key, Depth.of(bond, now).band())));
        if (!rows.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
                new Columns<>(connection, statement, rows)
                        .with("text", row -> row.key().owner())
                        .with("uuid", row -> row.key().contact())
                        .with("text", Row::band);
                statement.executeUpdate();
            }
        }
        drop(connection, keys.stream().filter(key -> !found.containsKey(key)).toList());
    }

    private static void drop(Connection connection, List<BondReader.Key> gone) throws SQLException {
        if (gone.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(DROP)) {
            new Columns<>(connection, statement, gone)
                    .with("text", BondReader.Key::owner)
                    .with("uuid", BondReader.Key::contact);
            statement.executeUpdate();
        }
    }
}
