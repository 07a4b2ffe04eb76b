package rapport.events;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import rapport.kit.testing.Door;
import rapport.kit.testing.Tokens;

/** One caller of every kind, and an event of Olga's with one of everything. What no placeholder asks for is not made. */
final class RoleStage {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    private static final String SCANNER = "00000000-0000-4000-8000-0000000005ca";
    private static final String EDITOR = "00000000-0000-4000-8000-000000000ed1";

    /** The staff has the token role {@code organizer}, so that nothing but the role at the event decides. */
    enum Caller {
        NOBODY,
        ATTENDEE,
        FOREIGN,
        SCANNER,
        EDITOR,
        OWNER,
        ADMIN;

        Door door(URI base) {
            return new Door(base, token());
        }

        private String token() {
            return switch (this) {
                case NOBODY -> null;
                case ATTENDEE -> Tokens.of("maya");
                case FOREIGN -> Tokens.of("otto");
                case SCANNER -> staff(RoleStage.SCANNER, "scanner@example.org");
                case EDITOR -> staff(RoleStage.EDITOR, "editor@example.org");
                case OWNER -> Tokens.of("olga");
                case ADMIN -> Tokens.of("ada");
            };
        }

        private static String staff(String subject, String email) {
            return Tokens.with("otto", Map.of("sub", subject, "email", email, "groups", List.of("organizer")));
        }
    }

    private final FrontDoor test;
    private final Map<String, String> values = new TreeMap<>();

    RoleStage(FrontDoor test) {
        this.test = test;
    }

    /** The text with something real in the place of each placeholder. */
    String filled(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> value(found.group(1)));
    }

    /** The path in an event, or at a thing, that does not exist. */
    String nowhere(String path) {
        return PLACEHOLDER.matcher(path).replaceAll(found -> UUID.randomUUID().toString());
    }

    private String value(String name) {
        return switch (name) {
            case "organization" -> test.text("select organization_id from event where id = ?", uuid(event()));
            case "event" -> event();
            case "published" ->
                once("published", () -> {
                    test.ok(200, olga().send("POST", "/events/" + event() + "/publication", "", null));
                    return event();
                });
            case "scanner" -> SCANNER;
            case "somebody" -> "somebody";
            case "session" ->
                once(
                        "session",
                        () -> made(
                                "/sessions",
                                "{\"title\":\"x\",\"startsAt\":\"2024-12-27T10:00:00\",\"endsAt\":\"2024-12-27T11:00:00\"}"));
            case "speaker" -> once("speaker", () -> made("/speakers", "{\"displayName\":\"x\"}"));
            case "invitation" ->
                once(
                        "invitation",
                        () -> made(
                                "/staff-invitations",
                                "{\"email\":\"invited-%s@x.example\",\"role\":\"SCANNER\"}"
                                        .formatted(UUID.randomUUID())));
            case "merge" ->
                once("merge", () -> {
                    String same = "{\"displayName\":\"x\",\"orcid\":\"0000-0002-1825-0097\"}";
                    values.put("speaker", made("/speakers", same));
                    made("/speakers", same);
                    return test.text("select id from speaker_merge_proposal where event_id = ?", uuid(event()));
                });
            case "registration" ->
                once(
                        "registration",
                        () -> made(
                                "/registrations",
                                "{\"displayName\":\"x\",\"email\":\"r%s@x.example\"}".formatted(UUID.randomUUID())));
            case "badge" ->
                once("badge", () -> {
                    value("registration");
                    test.ok(200, olga().send("POST", "/events/" + event() + "/badges", "", null));
                    return test.text("select id from badge where event_id = ?", uuid(event()));
                });
            case "token" ->
                once("token", () -> {
                    value("badge");
                    return test.all(olga(), "/events/" + event() + "/badges?tokens=true")
                            .get(0)
                            .path("token")
                            .asText();
                });
            case "entry" ->
                once("entry", () -> test.ok(
                                201, olga().post("/events/" + event() + "/check-ins/corrections", """
                        {"registrationId": "%s", "type": "ENTRY", "scope": "EVENT", "at": "2024-12-27T10:00:00Z", "reason": "x"}""".formatted(
                                                value("registration"))))
                        .path("scanId")
                        .asText());
            case "presence" ->
                once(
                        "presence",
                        () -> made("/manual-presence", """
                    {"registrationId": "%s", "sessionId": "%s", "joinedAt": "2024-12-27T09:10:00Z", "reason": "x"}""".formatted(value("registration"), value("session"))));
            case "print" ->
                once("print", () -> {
                    value("badge");
                    return made("/badge-prints", "{\"layout\": \"A6\", \"selection\": \"ALL\"}");
                });
            case "report" ->
                once("report", () -> {
                    test.ok(
                            201,
                            olga().send(
                                            "POST",
                                            "/events/" + event() + "/sessions/" + value("session") + "/webinar-imports",
                                            "name,minutes\nA guest,5\n",
                                            "text/csv"));
                    return test.text("select id from webinar_import where event_id = ?", uuid(event()));
                });
            case "participant" ->
                once(
                        "participant",
                        () -> test.text(
                                "select id from webinar_participant where import_id = ?", uuid(value("report"))));
            case "certificate" ->
                once("certificate", () -> {
                    String registration = value("registration");
                    String address = test.text("select email from registration where id = ?", uuid(registration));
                    test.ok(
                            201,
                            olga().send(
                                            "POST",
                                            "/events/" + event() + "/sessions/" + value("session") + "/webinar-imports",
                                            "email,minutes\n" + address + ",60\n",
                                            "text/csv"));
                    String path = "/events/" + event() + "/registrations/" + registration + "/certificates";
                    return FrontDoor.id(test.ok(201, olga().post(path, "{}")));
                });
            case "code" ->
                once("code", () -> test.text("select code from certificate where id = ?", uuid(value("certificate"))));
            case "random" -> UUID.randomUUID().toString();
            default -> throw new IllegalArgumentException("no placeholder {" + name + "}");
        };
    }

    private String event() {
        return once("event", () -> {
            String id = test.event();
            assign(id, SCANNER, "SCANNER");
            assign(id, EDITOR, "EDITOR");
            return id;
        });
    }

    private void assign(String event, String subject, String role) {
        test.ok(
                201,
                olga().send(
                                "PUT",
                                "/events/" + event + "/staff/" + subject,
                                "{\"role\":\"" + role + "\"}",
                                "application/json"));
    }

    private String made(String path, String body) {
        return FrontDoor.id(test.ok(201, olga().post("/events/" + event() + path, body)));
    }

    private String once(String name, Supplier<String> make) {
        if (!values.containsKey(name)) {
            values.put(name, make.get());
        }
        return values.get(name);
    }

    private Door olga() {
        return test.as("olga");
    }

    private static UUID uuid(String text) {
        return UUID.fromString(text);
    }
}
