package rapport.events.checkin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One answer per item of an upload, in the same order. */
@Schema(examples = """
                {"items": [
                 {"scanId": "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d01", "outcome": "RECORDED",
                  "registrationId": "0199a4f3-4100-7b10-8a00-0000000000c2", "clockCorrected": false},
                 {"scanId": "019aa0f0-7c11-7d3e-9a52-3f6c0a2b9d02", "outcome": "REJECTED", "code": "badge-not-accepted",
                  "clockCorrected": false, "errors": [{"pointer": "/token", "code": "revoked",
                  "message": "This badge was revoked. There may be a newer one."}]}]}""")
record UploadAnswer(@Schema(required = true) List<CheckInAnswer> items) {}
