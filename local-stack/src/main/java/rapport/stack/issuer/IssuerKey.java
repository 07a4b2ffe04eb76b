package rapport.stack.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** The issuer's signing key. Kept beside the data, so that a token survives a restart of the stack. */
final class IssuerKey {
    private IssuerKey() {}

    static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048).keyID(Issuer.ID).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static RSAKey keptIn(Path file) {
        try {
            if (Files.exists(file)) {
                return RSAKey.parse(Files.readString(file));
            }
            RSAKey key = generate();
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, key.toJSONString());
            return key;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ParseException damaged) {
            throw new IllegalStateException("not a signing key: " + file, damaged);
        }
    }
}
