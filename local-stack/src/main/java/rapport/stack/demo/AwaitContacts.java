package rapport.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every scanned person is one contact, once all registrations have arrived. */
final class AwaitContacts implements Step {
    @Override
    public String title() {
        return "contacts are complete: one per person, however often scanned";
    }

    @Override
    public void perform(Demo demo) {
        int scanned = Integer.parseInt(demo.kept("scannedPeople")) + 1;
        demo.await(scanned + " contacts of which none is pending", () -> Optional.of(statuses(demo))
                .filter(statuses -> !statuses.containsKey("PENDING"))
                .filter(statuses -> total(statuses) >= scanned)
                .map(statuses -> IntNode.valueOf(total(statuses))));
        Map<String, Integer> statuses = statuses(demo);
        demo.summary().add("contacts", total(statuses) + " " + statuses);
    }

    private static Map<String, Integer> statuses(Demo demo) {
        List<JsonNode> contacts = demo.api().all(Demo.ATTENDEE, "/api/contacts/contacts?event=" + demo.event());
        var statuses = new TreeMap<String, Integer>();
        contacts.forEach(contact -> statuses.merge(contact.path("status").asText(), 1, Integer::sum));
        return statuses;
    }

    private static int total(Map<String, Integer> statuses) {
        return statuses.values().stream().mapToInt(Integer::intValue).sum();
    }
}
