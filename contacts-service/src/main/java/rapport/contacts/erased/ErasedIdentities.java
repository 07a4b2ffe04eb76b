package rapport.contacts.erased;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rapport.contacts.details.IdentityKeys;
import rapport.kit.sql.Columns;

/**
 * By what erased people would be known again: addresses, ORCID iDs and profiles, as keyed hashes. No file and no form brings such a
 * person back into somebody's address book; only the person does, by signing in with the address again.
 */
@ApplicationScoped
public class ErasedIdentities {
    private static final String REMEMBER = """
            insert into erased_identity (hash, erased_at)
            select distinct h, ?::timestamptz
            from   unnest(?::text[]) as h
            order  by h
            on conflict (hash) do nothing
            """;

    private static final String AMONG = "select hash from erased_identity where hash = any (?::text[])";

    private static final String COME_BACK = """
            delete from erased_identity i
            using  unnest(?::uuid[], ?::text[]) as b (person_id, hash)
            where  i.hash = b.hash and not exists (select 1 from erased_person e where e.person_id = b.person_id)
            """;

    private final SecretKeySpec key;

    /** @param key base64; without it nobody can tell whether an address is among the hashes */
    public ErasedIdentities(@ConfigProperty(name = "rapport.token-key") String key) {
        this.key = new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256");
    }

    /** What a living person is known by. */
    public record Known(UUID personId, String identityKey) {}

    /** Those of the keys that identify a person for certain; null is none. */
    public static List<String> certain(String[] identityKeys) {
        return identityKeys == null
                ? List.of()
                : Arrays.stream(identityKeys)
                        .filter(one -> one.startsWith(IdentityKeys.EMAIL)
                                || one.startsWith(IdentityKeys.OFFICE)
                                || one.startsWith(IdentityKeys.ORCID)
                                || one.startsWith(IdentityKeys.LINKEDIN))
                        .toList();
    }

    public void remember(Connection connection, Collection<String> identityKeys, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", identityKeys.stream().map(this::hash).toArray()));
            statement.executeUpdate();
        }
    }

    /** Those of the keys by which somebody was known who is erased. */
    public Set<String> among(Connection connection, Collection<String> identityKeys) throws SQLException {
        if (identityKeys.isEmpty()) {
            return Set.of();
        }
        Map<String, String> byHash = new HashMap<>();
        identityKeys.forEach(one -> byHash.put(hash(one), one));
        var erased = new HashSet<String>();
        try (PreparedStatement statement = connection.prepareStatement(AMONG)) {
            statement.setArray(
                    1, connection.createArrayOf("text", byHash.keySet().toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    erased.add(byHash.get(row.getString("hash")));
                }
            }
        }
        return erased;
    }

    /**
     * Those who are here came by themselves, knowingly, and may be known by what they are known by; an old message about an
     * erased person does not say that.
     */
    public void comeBack(Connection connection, List<Known> people) throws SQLException {
        if (people.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(COME_BACK)) {
            new Columns<>(connection, statement, people)
                    .with("uuid", Known::personId)
                    .with("text", known -> hash(known.identityKey()));
            statement.executeUpdate();
        }
    }

    /** Enough to know a text again, and nothing else. */
    public String hash(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(("erased\n" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
