package rapport.events.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything this service holds about somebody. The rows are what is stored, whatever columns are added to it. */
@Schema(examples = """
                {"service": "events-service", "createdAt": "2026-11-25T10:00:00Z",
                 "person": [{"id": "0199a4f3-4000-7b10-8a00-0000000000b2", "displayName": "Maya Okafor"}],
                 "addresses": [{"address": "maya@students.example", "verified": true}],
                 "registrations": [{"eventName": "Vienna Heart 2026", "status": "CONFIRMED", "sharing": "CARD"}],
                 "badges": [], "checkIns": [], "attendance": [], "presence": [], "manualPresence": [],
                 "webinars": [{"eventName": "Vienna Heart 2026", "match": "EMAIL", "stays": [{"line": 4, "seconds": 2400}]}],
                 "certificates": [], "speakers": [], "speaking": [], "staffRoles": [],
                 "organizations": [], "imports": [], "exports": [], "webinarImports": []}""")
record MyData(
        String service,
        Instant createdAt,
        List<Map<String, Object>> person,
        List<Map<String, Object>> addresses,
        List<Map<String, Object>> registrations,
        List<Map<String, Object>> badges,
        List<Map<String, Object>> checkIns,
        List<Map<String, Object>> attendance,
        List<Map<String, Object>> presence,
        List<Map<String, Object>> manualPresence,
        List<Map<String, Object>> webinars,
        List<Map<String, Object>> certificates,
        List<Map<String, Object>> speakers,
        List<Map<String, Object>> speaking,
        List<Map<String, Object>> staffRoles,
        List<Map<String, Object>> organizations,
        List<Map<String, Object>> imports,
        List<Map<String, Object>> exports,
        List<Map<String, Object>> webinarImports) {}
