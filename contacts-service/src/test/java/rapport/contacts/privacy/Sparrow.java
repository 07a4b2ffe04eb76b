package rapport.contacts.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rapport.contacts.Congress;
import rapport.contacts.Messages;
import rapport.contacts.Phone;
import rapport.kit.json.Json;

/**
 * Somebody who will want to be erased. Everything that is known of her, that she writes and that others write about her carries the
 * mark, so that whatever is left of it can be found.
 */
record Sparrow(String mark, Congress.Badge badge, Phone phone) {
    private static final String JSON = "application/json";

    static Sparrow at(Congress congress, URI base) {
        String mark = "canary" + UUID.randomUUID().toString().replace("-", "");
        var sparrow = new Sparrow(mark, congress.unknownBadge(), Phone.of(base));
        congress.tellPerson(sparrow.badge.person(), 1, sparrow.person(1));
        congress.register(sparrow.badge, 1, "CONFIRMED", "CARD", "ACTIVE");
        return sparrow;
    }

    String address() {
        return mark + "@birds.example";
    }

    String name() {
        return mark + " Sparrow";
    }

    Map<String, Object> person(long version) {
        var person = new HashMap<>(Messages.person(badge.person(), version, name(), phone.owner()));
        person.put("affiliation", mark + " Clinic");
        person.put("emails", List.of(Map.of("address", address(), "verified", true)));
        person.put("links", Map.of("linkedin", "https://www.linkedin.com/in/" + mark));
        return person;
    }

    /** She uses everything there is. */
    void uses(Congress congress, URI base) {
        var met = congress.badge("CARD");
        congress.personAs(met.person(), 2, "Ines López", UUID.randomUUID().toString());
        var other = congress.badge("CARD");
        congress.personAs(other.person(), 2, "Ben Weiß", UUID.randomUUID().toString());
        var scan = Phone.scan(met);
        scan.put("note", mark + " note");
        scan.put("tags", List.of(mark));
        scan.put("commitments", List.of(mark + " slides"));
        String contact = phone.stored(scan);
        String second = phone.stored(Phone.scan(other));
        phone.stored(Phone.scan(congress.unknownBadge()));
        made(
                phone,
                "/share-cards",
                Map.of("kind", "PEER", "name", mark, "fields", List.of("ORCID"), "email", address()));
        made(phone, "/contacts/" + contact + "/interactions", call());
        made(phone, "/contacts/" + contact + "/ledger", Map.of("kind", "PROMISE", "what", mark + " paper"));
        made(phone, "/tag-cadences", Map.of("tag", mark, "idealDays", 30, "maximumDays", 60));
        put("/contacts/" + contact + "/cadence", "{\"idealDays\":1,\"maximumDays\":2}");
        put("/me/reminder-settings", "{\"zone\":\"Europe/Vienna\",\"days\":[\"MONDAY\"],\"perDay\":1}");
        String goal = made(phone, "/goals", goal());
        made(phone, "/introductions", introduction(contact, second));
        made(
                phone,
                "/mentoring-requests",
                Map.of("goalId", goal, "mentorId", mentor(Phone.of(base), "Trials"), "message", mark + " asks"));
        String typed = made(phone, "/contacts/manual", Map.of("details", Map.of("displayName", mark + " friend")));
        made(phone, "/contacts/" + typed + "/merges", Map.of("contactId", second));
    }

    /** Somebody else keeps her in every way there is. */
    void isKeptBy(Phone holder, Congress congress) {
        var scan = Phone.scan(badge);
        scan.put("note", mark + " with the bicycle");
        scan.put("tags", List.of(mark));
        scan.put("context", Map.of("place", mark + " bar", "topic", mark + " talk"));
        scan.put("commitments", List.of(mark + " recipe"));
        String contact = holder.stored(scan);
        made(holder, "/contacts/" + contact + "/interactions", call());
        made(holder, "/contacts/" + contact + "/ledger", Map.of("kind", "PROMISE", "what", mark + " paper"));
        var met = congress.badge("CARD");
        congress.personAs(met.person(), 2, "Ines López", UUID.randomUUID().toString());
        made(holder, "/introductions", introduction(contact, holder.stored(Phone.scan(met))));
        String goal = made(
                holder,
                "/goals",
                Map.of(
                        "statement",
                        "Find a thesis",
                        "wish",
                        "MENTOR",
                        "topics",
                        List.of("sepsis"),
                        "careerStage",
                        "STUDENT"));
        made(
                holder,
                "/mentoring-requests",
                Map.of("goalId", goal, "mentorId", mentor(phone, mark), "message", "Dear " + mark));
        assertThat(imported(holder).path("rows").path(0).path("outcome").asText())
                .isEqualTo("CREATED");
        made(
                holder,
                "/contacts/manual",
                Map.of("details", Map.of("displayName", mark, "emails", List.of(Map.of("address", address())))));
        String nameless = made(holder, "/contacts/manual", Map.of("details", Map.of("displayName", mark + " twin")));
        made(holder, "/contacts/" + nameless + "/merges", Map.of("contactId", contact));
    }

    /** Her card in somebody's address book. */
    JsonNode imported(Phone holder) {
        String card = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:%s\r\nEMAIL:%s\r\nNOTE:%s sings\r\nEND:VCARD\r\n"
                .formatted(name(), address(), mark);
        var answer = holder.door().send("POST", "/contacts/imports/vcard", card, "text/vcard");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Phone.json(answer);
    }

    JsonNode asksToBeErased() {
        return answer(202, phone.door().send("POST", "/me/erasure", "", null));
    }

    JsonNode erasure() {
        return answer(200, phone.door().get("/me/erasure"));
    }

    static JsonNode answer(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Phone.json(answer);
    }

    private Map<String, ?> call() {
        return Map.of("kind", "CALL", "occurredAt", "2020-01-01T00:00:00Z", "note", mark + " called");
    }

    private Map<String, ?> goal() {
        return Map.of(
                "statement", mark + " thesis", "wish", "MENTOR", "topics", List.of("sepsis"), "careerStage", "STUDENT");
    }

    private Map<String, ?> introduction(String one, String other) {
        return Map.of("firstContactId", one, "secondContactId", other, "reason", mark + " sings");
    }

    private String mentor(Phone mentor, String headline) {
        String offer = """
                {"headline": "%s", "wishes": ["MENTOR"], "topics": ["sepsis"], "languages": ["en"], "capacity": 1,
                 "showsName": false, "showsAffiliation": false}""".formatted(headline);
        return answer(200, mentor.door().send("PUT", "/me/mentor-profile", offer, JSON))
                .path("shown")
                .path("id")
                .asText();
    }

    private void put(String path, String body) {
        answer(200, phone.door().send("PUT", path, body, JSON));
    }

    private static String made(Phone by, String path, Map<String, ?> body) {
        var door = by.door().with("Idempotency-Key", UUID.randomUUID().toString());
        return answer(201, door.post(path, Json.canonical(body))).path("id").asText();
    }
}
