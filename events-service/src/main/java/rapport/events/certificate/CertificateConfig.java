package rapport.events.certificate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where people verify certificates. */
@ConfigMapping(prefix = "rapport.certificates")
interface CertificateConfig {
    /**
     * The public address that is followed by a certificate's code. It is printed: at a wrong value, documents that are out
     * lead nowhere.
     */
    @WithDefault("${rapport.public-url}/api/events/certificate-verifications/")
    URI verificationUrl();
}
