package rapport.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import rapport.stack.demo.Badges.Badge;

/**
 * Somebody registers at the door while Kafka stands still, and is scanned at once: contacts-service has never heard of
 * that badge, keeps what was typed, and knows whose it is when the registration arrives.
 */
final class ScanUnknownBadge implements Step {
    @Override
    public String title() {
        return "a badge is scanned before its registration has arrived";
    }

    @Override
    public void perform(Demo demo) {
        JsonNode answer;
        demo.stack().kafka().pause();
        try {
            String registration = register(demo);
            IssueBadges.issue(demo);
            Badge badge = Badges.of(demo).stream()
                    .filter(issued -> issued.registrationId().equals(registration))
                    .findFirst()
                    .orElseThrow(() -> new StepFailed("the late registration got no badge"));
            Instant opened = LocalDateTime.parse(demo.kept("startsAt"))
                    .atZone(Congress.ZONE)
                    .plusHours(5)
                    .toInstant();
            var phone = new Phone("maya-phone", demo.event(), opened);
            answer = ScanBadges.single(
                    demo, phone.scan(1000, badge, Map.of("note", "Met at the door.", "intent", "PEER")));
        } finally {
            demo.stack().kafka().resume();
        }
        String contact = answer.path("contactId").asText();
        demo.await("the unknown badge to resolve itself", () -> resolved(demo, contact));
        demo.summary()
                .add(
                        "unknown badge",
                        switch (answer.path("outcome").asText()) {
                            case "PENDING" -> "PENDING at first, resolved by its registration";
                            case "REPLAY" -> "resolved in an earlier run";
                            default -> throw new StepFailed("the unknown badge was answered " + answer);
                        });
    }

    private static String register(Demo demo) {
        return demo.api()
                .post(
                        Demo.ORGANIZER,
                        "/api/events/events/" + demo.event() + "/registrations",
                        Congress.lateRegistration())
                .expect(200, 201)
                .body()
                .path("id")
                .asText();
    }

    private static Optional<JsonNode> resolved(Demo demo, String contact) {
        JsonNode view = demo.api()
                .get(Demo.ATTENDEE, "/api/contacts/contacts/" + contact)
                .expect(200)
                .body();
        return Optional.of(view).filter(found -> found.path("status").asText().equals("ACTIVE"));
    }
}
