package rapport.contacts.depth;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import rapport.kit.problem.NotFound;

/** How deep relationships are at this moment, computed whenever somebody asks. */
@ApplicationScoped
class Depths {
    private final DataSource dataSource;
    private final BondReader bonds;
    private final Clock clock;

    Depths(DataSource dataSource, BondReader bonds, Clock clock) {
        this.dataSource = dataSource;
        this.bonds = bonds;
        this.clock = clock;
    }

    Depth of(String owner, UUID contact) {
        var key = new BondReader.Key(owner, contact);
        try (Connection connection = dataSource.getConnection()) {
            Bond bond = bonds.read(connection, List.of(key)).get(key);
            if (bond == null) {
                throw new NotFound("contact");
            }
            return Depth.of(bond, clock.instant());
        } catch (SQLException failure) {
            throw new IllegalStateException("the depth of a relationship could not be read", failure);
        }
    }
}
