package rapport.contacts.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import rapport.contacts.details.IdentityKeys;
import rapport.contacts.erased.ErasedIdentities;
import rapport.kit.sql.Sql;

/** Who an account is, and by what others may have typed that person into their address books. */
@ApplicationScoped
class PersonalKeys {
    private static final String PEOPLE = "select id from person where subject = ? order by id";

    private static final String SUBJECT =
            "select subject from person where id = any (?::uuid[]) and subject is not null order by id";

    private static final String ADDRESSES =
            "select address from verified_address where person_id = any (?::uuid[]) order by address";

    private static final String KEYS = """
            select k.key
            from   person p
            cross  join lateral unnest(p.keys) as k (key)
            where  p.id = any (?::uuid[])
            union
            select k.key
            from   speaker s
            cross  join lateral unnest(s.keys) as k (key)
            where  s.person_id = any (?::uuid[])
            """;

    List<UUID> of(Connection connection, String subject) throws SQLException {
        return Sql.query(connection, PEOPLE, row -> Sql.id(row, "id"), subject);
    }

    /** As whom they sign in; null when it is not known. */
    String subject(Connection connection, Collection<UUID> people) throws SQLException {
        return Sql.query(connection, SUBJECT, row -> row.getString("subject"), people).stream()
                .findFirst()
                .orElse(null);
    }

    /** What identifies these people for certain; names do not. */
    Set<String> keys(Connection connection, Collection<UUID> people) throws SQLException {
        List<String> addresses = Sql.query(connection, ADDRESSES, row -> row.getString("address"), people);
        var keys = new LinkedHashSet<>(
                ErasedIdentities.certain(new IdentityKeys().emails(addresses).toArray()));
        keys.addAll(ErasedIdentities.certain(Sql.query(connection, KEYS, row -> row.getString("key"), people, people)
                .toArray(String[]::new)));
        return keys;
    }
}
