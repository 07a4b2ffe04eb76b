package rapport.system.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What dispatchers claimed, as the table of deliveries has it. */
record Claims(List<Claim> all) {

    /** @param deliveryId as journals name it */
    record Claim(String deliveryId, String messageId, String sender) {}

    static Claims of(Connection connection, String name) throws SQLException {
        List<Claim> claims = new ArrayList<>();
        try (var statement = connection.prepareStatement("""
                select id::text, message_id, owner
                from   delivery
                where  owner like ? and state in ('SENDING', 'SENT', 'UNCERTAIN')
                """)) {
            statement.setString(1, name + "-sender-%");
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    claims.add(new Claim(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
        }
        return new Claims(claims);
    }

    /** How many messages each sender had claimed for them. */
    Map<String, Long> bySender() {
        return all.stream().collect(Collectors.groupingBy(Claim::sender, Collectors.counting()));
    }
}
