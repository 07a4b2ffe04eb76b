package rapport.contacts.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything this service holds about somebody. The rows are what is stored, whatever columns are added to it. */
@Schema(examples = """
                {"service": "contacts-service", "createdAt": "2026-11-25T10:00:00Z",
                 "owned": {"contacts": [{"id": "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01", "kind": "SCANNED", "status": "ACTIVE"}],
                           "notes": [{"body": "Send the slides", "notedAt": "2026-11-20T10:42:00+00:00"}]},
                 "about": {"person": [{"id": "0199a4f3-4000-7b10-8a00-0000000000b2", "displayName": "Maya Okafor"}],
                           "keptByOthers": [{"holder": "Ben Weiss", "kind": "SCANNED", "events": ["Vienna Heart 2026"]}]}}""")
record MyData(
        @Schema(required = true) String service,
        @Schema(required = true) Instant createdAt,

        @Schema(required = true, description = "By kind: what the caller wrote, scanned, planned and asked for.")
        Map<String, List<Map<String, Object>>> owned,

        @Schema(
                required = true,
                description =
                        "By kind: what is known of the caller, what they shared, and who keeps them as a contact. Notes that"
                                + " others wrote for themselves are not part of it.")
        Map<String, List<Map<String, Object>>> about) {}
