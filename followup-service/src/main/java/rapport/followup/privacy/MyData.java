package rapport.followup.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything this service holds about somebody. The rows are what is stored, whatever columns are added to it. */
@Schema(examples = """
                {"service": "followup-service", "createdAt": "2026-11-25T10:00:00Z",
                 "owned": {"followUps": [{"id": "0199a6f2-7c00-7000-8000-00000000f001", "purpose": "THANK"}],
                           "steps": [{"subject": "Thank you", "body": "Dear Dr. Meyer"}]},
                 "about": {"person": [{"displayName": "Maya Okafor", "zone": "Europe/Vienna"}],
                           "boundary": [{"mode": "OPEN", "weeklyBudget": 5}],
                           "messagesToYou": [{"sender": "Ben Weiss", "state": "SENT", "subject": "Thank you"}]}}""")
record MyData(
        @Schema(required = true) String service,
        @Schema(required = true) Instant createdAt,

        @Schema(required = true, description = "By kind: what the caller wrote, planned and sent.")
        Map<String, List<Map<String, Object>>> owned,

        @Schema(
                required = true,
                description =
                        "By kind: what is known of the caller, and what was sent to them. What others only prepare is theirs and"
                                + " not part of it.")
        Map<String, List<Map<String, Object>>> about) {}
