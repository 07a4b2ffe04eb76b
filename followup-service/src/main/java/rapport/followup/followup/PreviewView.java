package rapport.followup.followup;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the recipient will read. Their address is nobody's business but the mail server's. */
@Schema(name = "Preview")
record PreviewView(
        String messageId,
        String from,
        @Schema(nullable = true) String replyTo,
        String to,
        String subject,

        @Schema(description = "The whole text with the footer, exactly as it is sent.")
        String text) {}
