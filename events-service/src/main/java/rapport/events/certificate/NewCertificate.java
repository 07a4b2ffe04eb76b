package rapport.events.certificate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = "{\"nameShown\": \"FULL\"}")
record NewCertificate(
        @Schema(
                nullable = true,
                description =
                        "How much of the holder's name somebody learns who verifies the certificate: INITIALS unless"
                                + " the holder wants it otherwise. Staff cannot choose for the holder.")
        NameShown nameShown) {}
