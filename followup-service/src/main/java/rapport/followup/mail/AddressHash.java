package rapport.followup.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Recognises an address without keeping it: a keyed hash, so that a copied table cannot be tried against known addresses. */
@ApplicationScoped
public class AddressHash {

    private final SecretKeySpec key;

    AddressHash(MailConfig config) {
        this.key = new SecretKeySpec(config.addressKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    public byte[] of(String address) {
        return hash(Normalizer.normalize(address.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
    }

    /** Recognises a sender by the token's {@code sub}; never equal to the hash of an address. */
    public byte[] ofSender(String owner) {
        return hash("sender\n" + owner);
    }

    private byte[] hash(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
