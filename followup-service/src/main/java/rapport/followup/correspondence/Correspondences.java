package rapport.followup.correspondence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rapport.followup.links.LinkPurpose;
import rapport.followup.links.Links;
import rapport.followup.sql.Transactions;
import rapport.kit.sql.Sql;

/** Finds out what a delivery belongs to, for whoever comes with a link or an answer. */
@ApplicationScoped
public class Correspondences {

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private static final String OF_DELIVERY = """
            select d.id, d.follow_up_id, d.step_id, d.recipient, d.address_hash, f.owner, f.owner_name, f.contact_id,
                   coalesce(b.zone, p.zone) as zone
            from   delivery d
            left   join follow_up f on f.id = d.follow_up_id
            left   join person p on p.person_id = d.recipient
            left   join boundary b on b.person_id = d.recipient
            where  d.id = ?
            """;

    private final Links links;
    private final Transactions transactions;

    Correspondences(Links links, Transactions transactions) {
        this.links = links;
        this.transactions = transactions;
    }

    /** What a link belongs to; empty when it was not made here for this purpose, or its message is gone. */
    public Optional<Correspondence> behind(LinkPurpose purpose, String token) {
        return links.open(purpose, token).flatMap(delivery -> transactions.run(connection -> of(connection, delivery)));
    }

    /** Empty when nothing was sent under this id. */
    public Optional<Correspondence> of(Connection connection, UUID deliveryId) throws SQLException {
        return Sql.first(connection, OF_DELIVERY, Correspondences::correspondence, deliveryId);
    }

    private static Correspondence correspondence(ResultSet row) throws SQLException {
        String zone = row.getString("zone");
        return new Correspondence(
                row.getObject("id", UUID.class),
                row.getObject("follow_up_id", UUID.class),
                row.getObject("step_id", UUID.class),
                row.getObject("recipient", UUID.class),
                row.getBytes("address_hash"),
                row.getString("owner"),
                row.getString("owner_name"),
                row.getObject("contact_id", UUID.class),
                zone != null && ZONES.contains(zone) ? ZoneId.of(zone) : ZoneOffset.UTC);
    }
}
