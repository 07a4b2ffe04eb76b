package rapport.events.staff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(examples = """
                {"subject": "11111111-1111-4111-8111-000000000003", "role": "SCANNER", "displayName": "Sam Scanner"}""")
record StaffView(
        String subject,
        StaffRole role,

        @Schema(nullable = true, description = "The name of the linked person; null before the account is linked.")
        String displayName) {}
