package rapport.kit.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rapport.stack.parts.DemoPerson;
import rapport.stack.parts.Parts;

/** Real signed access tokens of the test issuer, and some that no service may accept. */
public final class Tokens {

    private Tokens() {}

    /** The token of a demo person: olga and otto (organizers), ada (admin), maya, ben, chen, drlopez, drmeyer. */
    public static String of(String person) {
        return Parts.shared().token(person);
    }

    /** The value of the header {@code Authorization} for a demo person. */
    public static String bearer(String person) {
        return "Bearer " + of(person);
    }

    /** The subject of a demo person. */
    public static String subject(String person) {
        return DemoPerson.of(person).subject();
    }

    /** The token of somebody who is no demo person. */
    public static String ofSubject(String subject, String... groups) {
        return Parts.shared().token(Map.of("sub", subject, "name", "Somebody", "groups", List.of(groups)));
    }

    /** A demo person's token with some claims changed; a claim that is given as null is left out. */
    public static String with(String person, Map<String, Object> changes) {
        var claims = new HashMap<>(DemoPerson.of(person).claims());
        claims.putAll(changes);
        return Parts.shared().token(claims);
    }

    /** A demo person's good claims, signed by somebody else. */
    public static String ofAnotherKey(String person) {
        return Parts.shared().tokenOfAnotherKey(DemoPerson.of(person).claims());
    }

    /** A demo person's token whose header says that it needs no signature. */
    public static String unsigned(String person) {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + '.' + of(person).split("\\.")[1] + '.';
    }

    /** The part of a compact token, for building forged ones. */
    static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
