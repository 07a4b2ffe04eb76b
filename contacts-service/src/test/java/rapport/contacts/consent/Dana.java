package rapport.contacts.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import rapport.contacts.Congress;
import rapport.contacts.Phone;
import rapport.kit.json.Json;

/** Somebody whose badge is scanned, with an account of her own and one verified address. */
record Dana(Congress.Badge badge, Phone phone) {
    static final String ADDRESS = "x@clinic.example";

    static Dana at(Congress congress, java.net.URI base, String sharing) {
        var badge = congress.badge(sharing);
        Phone phone = Phone.of(base);
        congress.personAs(badge.person(), 2, "Dana Roth", phone.owner());
        return new Dana(badge, phone);
    }

    static JsonNode ok(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body().isEmpty() ? null : Phone.json(answer);
    }

    HttpResponse<String> post(String path, Map<String, ?> body) {
        return phone.door().post(path, Json.canonical(body));
    }

    String card(String name, List<String> fields, String email) {
        return ok(
                        201,
                        post(
                                "/share-cards",
                                email == null
                                        ? Map.of("kind", "CONFERENCE", "name", name, "fields", fields)
                                        : Map.of("kind", "RESEARCH", "name", name, "fields", fields, "email", email)))
                .path("id")
                .asText();
    }

    List<JsonNode> requests(String state) {
        return items("/consent-requests?state=" + state);
    }

    List<JsonNode> holders() {
        return items("/card-holders");
    }

    List<JsonNode> receipts() {
        return items("/consent-receipts");
    }

    List<JsonNode> items(String path) {
        return ok(200, phone.door().get(path)).path("items").valueStream().toList();
    }

    HttpResponse<String> accept(String request, String card) {
        return post("/consent-requests/" + request + "/acceptance", Map.of("cardId", card));
    }

    HttpResponse<String> decline(String request) {
        return phone.door().send("POST", "/consent-requests/" + request + "/decline", "", null);
    }

    HttpResponse<String> withdrawFrom(String holder) {
        return phone.door().send("POST", "/card-holders/" + holder + "/withdrawal", "", null);
    }
}
