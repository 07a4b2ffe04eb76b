package rapport.events.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rapport.events.sql.Sql;

/**
 * The addresses of people who had themselves erased, as keyed hashes. Nobody brings such a person back by a file or a form; only
 * who signs in with the address does, knowingly.
 */
@ApplicationScoped
public class ErasedAddresses {
    private static final String ADD = """
            insert into erased_address (hash, erased_at)
            select decode(hash, 'hex'), ?
            from   unnest(?::text[]) as hash
            on conflict (hash) do nothing
            """;

    private static final String AMONG = """
            select encode(hash, 'hex') as hash
            from   erased_address
            where  hash = any(array(select decode(h, 'hex') from unnest(?::text[]) as h))
            """;

    private static final String FORGET = "delete from erased_address where hash = decode(?, 'hex')";

    private final Sql sql;
    private final SecretKeySpec key;

    /** @param key base64; without it nobody can tell whether an address is among the hashes */
    ErasedAddresses(Sql sql, @ConfigProperty(name = "rapport.token-key") String key) {
        this.sql = sql;
        this.key = new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256");
    }

    /** @param addresses normalised */
    public void add(Collection<String> addresses, Instant now) {
        sql.update(ADD, now, addresses.stream().map(this::hash).toList());
    }

    /** Those of the normalised addresses that are erased. */
    public Set<String> among(Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return Set.of();
        }
        Map<String, String> byHash = new HashMap<>();
        addresses.forEach(address -> byHash.put(hash(address), address));
        return new HashSet<>(sql.query(AMONG, row -> byHash.get(row.getString("hash")), List.copyOf(byHash.keySet())));
    }

    /** Refuses to bring somebody back. */
    void require(String address) {
        if (!among(List.of(address)).isEmpty()) {
            throw new PersonErased();
        }
    }

    /** The person behind the address came back by themselves. */
    void forget(String address) {
        sql.update(FORGET, hash(address));
    }

    private String hash(String address) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of()
                    .formatHex(mac.doFinal(("erased address\n" + address).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
