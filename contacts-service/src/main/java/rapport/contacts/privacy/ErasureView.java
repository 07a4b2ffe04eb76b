package rapport.contacts.privacy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the caller's erasure is. */
@Schema(name = "Erasure", examples = """
                {"id": "019aa0f0-9c11-7d3e-9a52-3f6c0a2b9d0e", "state": "REQUESTED", "requestedAt": "2026-11-25T10:00:00Z",
                 "completedAt": null, "services": [
                   {"service": "events-service", "confirmedAt": "2026-11-25T10:00:02Z"},
                   {"service": "contacts-service", "confirmedAt": "2026-11-25T10:00:01Z"},
                   {"service": "followup-service", "confirmedAt": null}]}""")
record ErasureView(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "COMPLETED once all services have confirmed, and for ever.")
        ErasureState state,

        @Schema(required = true) Instant requestedAt,

        @Schema(required = true, nullable = true, description = "When the last service confirmed.")
        Instant completedAt,

        @Schema(required = true, description = "Every service that has to erase.")
        List<Confirmation> services) {

    @Schema(name = "ErasureConfirmation")
    record Confirmation(
            @Schema(
                    required = true,
                    enumeration = {"events-service", "contacts-service", "followup-service"})
            String service,

            @Schema(required = true, nullable = true, description = "When it held nothing any more; null until then.")
            Instant confirmedAt) {}

    static ErasureView of(Erasure erasure) {
        return new ErasureView(
                erasure.id(),
                erasure.state(),
                erasure.requestedAt(),
                erasure.completedAt(),
                Arrays.stream(ErasingService.values())
                        .map(service -> new Confirmation(
                                service.key(), erasure.confirmations().get(service)))
                        .toList());
    }
}
