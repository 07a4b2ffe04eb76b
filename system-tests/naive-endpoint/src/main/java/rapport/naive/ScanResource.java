package rapport.naive;

import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.RestResponse;

/** One transaction, one look-up of the badge, one of the contact, one insert per row: what everybody writes first. */
@Path("/scans")
@Authenticated
public class ScanResource {
    private final JsonWebToken token;

    ScanResource(JsonWebToken token) {
        this.token = token;
    }

    /** Stores the scan, its contact with an encounter, and the message that says so. */
    @POST
    @Transactional
    public RestResponse<Outcome> scan(@Valid @NotNull NewScan scan) {
        String owner = token.getSubject();
        if (ScanRow.count("owner = ?1 and scanId = ?2", owner, scan.scanId()) > 0) {
            return RestResponse.ok(new Outcome(scan.scanId(), "REPLAY", null));
        }
        BadgeRow badge = BadgeRow.findById(hash(scan.badgeToken()));
        UUID personId = badge == null ? null : badge.personId;
        ContactRow contact =
                ContactRow.find("owner = ?1 and personId = ?2", owner, personId).firstResult();
        boolean fresh = contact == null;
        if (fresh) {
            contact = new ContactRow();
            contact.id = UUID.randomUUID();
            contact.owner = owner;
            contact.personId = personId;
            contact.persist();
        }
        contact.intent = scan.intent();
        contact.version++;
        new ScanRow(scan, owner, contact.id, Instant.now()).persist();
        new EncounterRow(UUID.randomUUID(), contact.id, scan.eventId(), scan.scannedAt()).persist();
        new MessageRow(contact).persist();
        Outcome outcome = new Outcome(scan.scanId(), fresh ? "CREATED" : "UPDATED", contact.id);
        return RestResponse.status(fresh ? RestResponse.Status.CREATED : RestResponse.Status.OK, outcome);
    }

    private static String hash(String badgeToken) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(badgeToken.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    record NewScan(
            @NotNull UUID scanId,
            @NotNull UUID eventId,
            @NotNull String badgeToken,
            @NotNull Instant scannedAt,
            @NotNull String deviceId,
            String intent,
            String note) {}

    record Outcome(UUID scanId, String outcome, UUID contactId) {}
}
