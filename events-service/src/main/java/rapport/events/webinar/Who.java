package rapport.events.webinar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import rapport.kit.identifier.EmailAddress;
import rapport.kit.identifier.Orcid;

/**
 * How a report names a participant. Every component may be null.
 *
 * @param otherName the name before the participant changed it
 */
record Who(String externalId, String email, String orcid, String name, String otherName) {

    /** Reads what a report has; what is no address or no ORCID is not taken for one. */
    static Who of(String externalId, String email, String orcid, String written) {
        String[] names = PersonName.written(written);
        return new Who(
                externalId,
                email == null ? null : EmailAddress.normalized(email).orElse(null),
                orcid == null ? null : Orcid.canonical(orcid).orElse(null),
                names[0],
                names[1]);
    }

    boolean isAnonymous() {
        return externalId == null && email == null && orcid == null && PersonName.normal(name) == null;
    }

    /** The same for the same participant in every report of the event; says nothing by itself. */
    String key(UUID eventId) {
        String strongest = email != null
                ? "email:" + email
                : externalId != null
                        ? "external:" + externalId
                        : orcid != null ? "orcid:" + orcid : "name:" + PersonName.normal(name);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((eventId + " " + strongest).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What a person who reads the list of rows recognises. */
    String shown() {
        return name != null ? name : email != null ? email : externalId != null ? externalId : orcid;
    }
}
