package rapport.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two prepared thank-yous: one speaker can be written to at any time, the other one does not work today. */
final class ThankSpeakers implements Step {
    private static final String FOLLOW_UPS = "/api/followup/followups";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Override
    public String title() {
        return "two speakers are thanked: one message is delivered, one held";
    }

    @Override
    public void perform(Demo demo) {
        setBoundaries(demo);
        String sent = thank(demo, "drlopez", "Europe/Madrid");
        String held = thank(demo, "drmeyer", BERLIN.getId());
        demo.await("the message to Dr. López to be sent", () -> inState(demo, sent, "SENT"));
        demo.await("the message in the mailbox", () -> demo.stack().mailbox().messages().stream()
                .filter(mail -> mail.recipient().equals("drlopez@example.org"))
                .findFirst()
                .map(mail -> TextNode.valueOf(mail.subject())));
        JsonNode waiting = demo.await("the message to Dr. Meyer to be held", () -> inState(demo, held, "HELD"));
        demo.summary().add("follow-up sent", "to Dr. López, delivered to the mailbox");
        demo.summary().add("follow-up held", "to Dr. Meyer: " + reason(waiting));
    }

    private static String reason(JsonNode held) {
        String expected =
                held.path("estimatedSendAt").asText(held.path("nextCheckAt").asText("no date"));
        return held.path("reason").asText() + ", may go " + expected;
    }

    private static void setBoundaries(Demo demo) {
        List<String> everyDay =
                Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).toList();
        String notToday = LocalDateTime.now(BERLIN).plusDays(3).getDayOfWeek().name();
        boundary(demo, "drlopez", "Europe/Madrid", everyDay, "00:00", "24:00");
        boundary(demo, "drmeyer", BERLIN.getId(), List.of(notToday), "09:00", "12:00");
    }

    private static void boundary(
            Demo demo, String person, String zone, List<String> workingDays, String from, String to) {
        demo.await("followup-service to know " + person, () -> {
            var answer = demo.api()
                    .put(
                            person,
                            "/api/followup/me/boundary",
                            Map.of(
                                    "mode", "OPEN",
                                    "weeklyBudget", 5,
                                    "zone", zone,
                                    "workingDays", workingDays,
                                    "from", from,
                                    "to", to));
            // Not known yet: the person's link to the signed-in speaker is still on its way.
            return answer.status() == 404
                    ? Optional.empty()
                    : Optional.of(answer.expect(200, 201).body());
        });
    }

    /** The speaker becomes a contact without an address, and a message is prepared and approved; once per event. */
    private static String thank(Demo demo, String speaker, String zone) {
        String contact = contact(demo, speaker);
        Optional<JsonNode> written = demo.api().all(Demo.ATTENDEE, FOLLOW_UPS).stream()
                .filter(followUp -> followUp.path("contactId").asText().equals(contact))
                .findFirst();
        if (written.isPresent()) {
            return written.get().path("id").asText();
        }
        JsonNode draft = demo.await("followup-service to know the contact", () -> {
            var answer = demo.api().post(Demo.ATTENDEE, FOLLOW_UPS, message(demo, contact, zone));
            return answer.status() == 404
                    ? Optional.empty()
                    : Optional.of(answer.expect(201).body());
        });
        String id = draft.path("id").asText();
        demo.api().post(Demo.ATTENDEE, FOLLOW_UPS + "/" + id + "/approval").expect(200);
        return id;
    }

    private static String contact(Demo demo, String speaker) {
        JsonNode answer = demo.await("contacts-service to know the speaker", () -> {
            var created =
                    demo.api().post(Demo.ATTENDEE, "/api/contacts/contacts", Map.of("speakerId", demo.kept(speaker)));
            return created.status() == 404
                    ? Optional.empty()
                    : Optional.of(created.expect(200, 201).body());
        });
        return answer.path("id").asText();
    }

    private static Map<String, Object> message(Demo demo, String contact, String zone) {
        return Map.of(
                "contactId", contact,
                "eventId", demo.event(),
                "sessionId", demo.kept("session"),
                "purpose", "THANK",
                "channel", "EMAIL",
                "preparation",
                        Map.of(
                                "goal", "Learn how to begin with sepsis research",
                                "context", "Your lecture in Lisbon",
                                "question", "Which registry would you begin with as a student?"),
                "message",
                        Map.of(
                                "subject",
                                "Thank you for your lecture in Lisbon",
                                "body",
                                "Thank you for the lecture on the first hour of sepsis. I am a student in Lisbon and "
                                        + "would like to begin with registry research. Which registry would you begin with?"),
                "schedule",
                        Map.of(
                                "anchor",
                                "ABSOLUTE",
                                "at",
                                LocalDateTime.now(ZoneId.of(zone)).withNano(0).toString()));
    }

    private static Optional<JsonNode> inState(Demo demo, String id, String state) {
        JsonNode view =
                demo.api().get(Demo.ATTENDEE, FOLLOW_UPS + "/" + id).expect(200).body();
        return Optional.of(view)
                .filter(followUp -> followUp.path("state").asText().equals(state));
    }
}
