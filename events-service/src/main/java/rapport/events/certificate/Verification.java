package rapport.events.certificate;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody learns who has a certificate's code: enough to compare it with the paper, and no more. */
@Schema(examples = """
                {"code": "0b1f0c55-7a53-4a39-9a53-6a4e0b6f3c11", "status": "VALID", "holder": "M. O.",
                 "event": "Congress of Acute Medicine", "firstDay": "2026-10-01", "lastDay": "2026-10-01", "sessions": 1,
                 "minutes": 52, "issuedOn": "2026-10-02", "revokedOn": null}""")
record Verification(
        UUID code,

        @Schema(
                description =
                        "VALID; REVOKED: another one took its place, or staff took it back; OUTDATED: it is genuine, but"
                                + " less attendance is known now than it says.")
        Status status,

        @Schema(description = "Initials, or the name if the holder has chosen so.")
        String holder,

        String event,
        LocalDate firstDay,
        LocalDate lastDay,
        int sessions,
        int minutes,
        LocalDate issuedOn,
        @Schema(nullable = true) LocalDate revokedOn) {

    enum Status {
        VALID,
        REVOKED,
        OUTDATED
    }

    static Verification of(Certificate certificate, boolean outdated) {
        ZoneId zone = ZoneId.of(certificate.zone());
        Status unrevoked = outdated ? Status.OUTDATED : Status.VALID;
        return new Verification(
                certificate.code(),
                certificate.status() == Certificate.Status.REVOKED ? Status.REVOKED : unrevoked,
                certificate.nameShown().of(certificate.holder()),
                certificate.eventName(),
                certificate.sessions().getFirst().startsAt().toLocalDate(),
                certificate.sessions().getLast().endsAt().toLocalDate(),
                certificate.sessions().size(),
                certificate.minutes(),
                certificate.issuedAt().atZone(zone).toLocalDate(),
                certificate.revokedAt() == null
                        ? null
                        : certificate.revokedAt().atZone(zone).toLocalDate());
    }
}
