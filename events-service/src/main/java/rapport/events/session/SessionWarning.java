package rapport.events.session;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = """
                {"code": "room-overlap", "sessionId": "0199a4f2-3100-7d10-8a00-00000000005e",
                 "title": "Atrial fibrillation in athletes", "otherId": "0199a4f2-3100-7d10-8a00-00000000005f",
                 "otherTitle": "Reading a 12-lead ECG", "speakerId": null}""")
record SessionWarning(
        @Schema(enumeration = {"room-overlap", "speaker-overlap", "outside-the-event"})
        String code,

        UUID sessionId,
        String title,

        @Schema(
                nullable = true,
                description = "The session at the same time; null when the session is outside of the event.")
        UUID otherId,

        @Schema(nullable = true) String otherTitle,

        @Schema(nullable = true, description = "Who would have to be in both.")
        UUID speakerId) {}
