package rapport.stack.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import rapport.stack.parts.DemoPerson;

/** The OIDC issuer of one machine: discovery, keys and a token endpoint for the demo people. */
public final class Issuer implements AutoCloseable {
    static final String ID = "rapport";
    static final String AUDIENCE = "rapport-api";
    static final Duration LIFETIME = Duration.ofHours(12);

    private final MockOAuth2Server server;
    private final String url;
    private final RSAKey key;

    private Issuer(MockOAuth2Server server, String url, RSAKey key) {
        this.server = server;
        this.url = url;
        this.key = key;
    }

    /** An issuer whose key lives as long as itself. */
    public static Issuer start(int port) {
        return start(port, IssuerKey.generate());
    }

    public static Issuer start(int port, Path keyFile) {
        return start(port, IssuerKey.keptIn(keyFile));
    }

    private static Issuer start(int port, RSAKey key) {
        String url = "http://127.0.0.1:" + port + "/" + ID;
        var keys = new KeyProvider(List.of(key));
        keys.signingKey(ID);
        var config = new OAuth2Config(
                false, null, null, false, new OAuth2TokenProvider(keys), Set.of(new PeopleCallback(url)));
        var server = new MockOAuth2Server(config);
        try {
            server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Issuer(server, url, key);
    }

    public String url() {
        return url;
    }

    public String token(DemoPerson person) {
        return token(person.claims());
    }

    /** A token of the given claims over the usual ones; a claim given as null is left out. */
    public String token(Map<String, Object> claims) {
        return sign(withDefaults(claims), key);
    }

    /** Well formed and signed, but with a key that this issuer has never published. */
    public String tokenOfAnotherKey(Map<String, Object> claims) {
        return sign(withDefaults(claims), IssuerKey.generate());
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private Map<String, Object> withDefaults(Map<String, Object> claims) {
        Instant now = Instant.now();
        Map<String, Object> all = new HashMap<>();
        all.put("iss", url);
        all.put("aud", AUDIENCE);
        all.put("iat", now.getEpochSecond());
        all.put("nbf", now.getEpochSecond());
        all.put("exp", now.plus(LIFETIME).getEpochSecond());
        all.put("jti", UUID.randomUUID().toString());
        all.putAll(claims);
        all.values().removeIf(value -> value == null);
        return all;
    }

    private static String sign(Map<String, Object> claims, RSAKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(ID)
                    .type(JOSEObjectType.JWT)
                    .build();
            var token = new SignedJWT(header, JWTClaimsSet.parse(claims));
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException | ParseException failure) {
            throw new IllegalArgumentException("no token can be made of these claims", failure);
        }
    }
}
