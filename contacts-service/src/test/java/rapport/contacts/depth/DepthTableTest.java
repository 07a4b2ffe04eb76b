package rapport.contacts.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Phone;
import rapport.kit.json.Json;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class DepthTableTest {
    private static final long SEED = 20_261_120;
    private static final List<String> KINDS = List.of("MET", "CALL", "EMAIL_SENT", "EMAIL_RECEIVED", "PAPER_SHARED");

    @TestHTTPResource("/")
    URI base;

    @Inject
    Congress congress;

    @Inject
    AgroalDataSource database;

    @Inject
    DepthSweep sweep;

    @Inject
    Clock clock;

    private final Random random = new Random(SEED);
    private Phone phone;

    @BeforeEach
    void aNewOwner() {
        phone = Phone.of(base);
    }

    private String met(int daysAgo) {
        var scan = Phone.scan(congress.badge("CARD"));
        scan.put("scannedAt", clock.instant().minus(Duration.ofDays(daysAgo)).toString());
        return phone.stored(scan);
    }

    private JsonNode post(String path, Map<String, ?> body) {
        var answer = phone.door().post(path, Json.canonical(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Phone.json(answer);
    }

    private String logged(String contact) {
        return post(
                        "/contacts/" + contact + "/interactions",
                        Map.of(
                                "kind",
                                KINDS.get(random.nextInt(KINDS.size())),
                                "occurredAt",
                                clock.instant().minus(Duration.ofDays(random.nextInt(200)))))
                .path("id")
                .asText();
    }

    private String promised(String contact) {
        return post("/contacts/" + contact + "/ledger", Map.of("kind", "PROMISE", "what", "x"))
                .path("id")
                .asText();
    }

    /** The bands of the owner's contacts by the contact's id. */
    private Map<String, String> bands() throws SQLException {
        var bands = new TreeMap<String, String>();
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("select contact_id, band from contact_depth where owner = ?")) {
            statement.setString(1, phone.owner());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    bands.put(row.getString(1), row.getString(2));
                }
            }
        }
        return bands;
    }

    @Test
    void afterAnyChangesTheBandsAreThoseOfAFullRebuild() throws Exception {
        var contacts = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            contacts.add(met(random.nextInt(220)));
        }
        var interactions = new ArrayList<String>();
        var promises = new ArrayList<String>();
        for (int step = 0; step < 60; step++) {
            String contact = contacts.get(random.nextInt(contacts.size()));
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> interactions.add(logged(contact));
                case 3 -> promises.add(promised(contact));
                case 4 -> {
                    if (!promises.isEmpty()) {
                        String promise = promises.remove(random.nextInt(promises.size()));
                        String end = random.nextBoolean() ? "kept" : "broken";
                        phone.door().send("POST", "/ledger/" + promise + "/" + end, "", null);
                    }
                }
                default -> {
                    if (!interactions.isEmpty()) {
                        String one = interactions.remove(random.nextInt(interactions.size()));
                        phone.door().send("DELETE", "/interactions/" + one, "", null);
                    }
                }
            }
        }
        for (String contact : contacts) {
            logged(contact);
        }

        Map<String, String> incremental = bands();
        assertThat(incremental).containsOnlyKeys(contacts);
        sweep.rebuild();

        assertThat(bands()).isEqualTo(incremental);
        for (String contact : contacts) {
            assertThat(Phone.json(phone.door().get("/contacts/" + contact + "/depth"))
                            .path("band")
                            .asText())
                    .isEqualTo(incremental.get(contact));
        }
    }

    @Test
    void anInteractionThatWasRemovedNoLongerWarms() throws Exception {
        String contact = met(100);
        String call = post(
                        "/contacts/" + contact + "/interactions", Map.of("kind", "CALL", "occurredAt", clock.instant()))
                .path("id")
                .asText();
        assertThat(bands()).containsEntry(contact, "ACTIVE");

        phone.door().send("DELETE", "/interactions/" + call, "", null);

        assertThat(bands()).containsEntry(contact, "COOLING");
    }

    @Test
    void contactsAreListedByTheDepthOfTheRelationship() {
        String active = met(100);
        post("/contacts/" + active + "/interactions", Map.of("kind", "CALL", "occurredAt", clock.instant()));
        String cooled = met(100);
        String taken = post(
                        "/contacts/" + cooled + "/interactions", Map.of("kind", "CALL", "occurredAt", clock.instant()))
                .path("id")
                .asText();
        phone.door().send("DELETE", "/interactions/" + taken, "", null);
        String neverComputed = met(3);

        assertThat(listed("ACTIVE")).containsExactly(active);
        assertThat(listed("COOLING")).containsExactly(cooled);
        assertThat(listed("NEW")).containsExactly(neverComputed);
        assertThat(listed("DORMANT")).isEmpty();
        assertProblem(phone.door().get("/contacts?band=BEST"), 400, "validation");
    }

    private List<String> listed(String band) {
        var listed = Phone.json(phone.door().get("/contacts?band=" + band));
        return StreamSupport.stream(listed.path("items").spliterator(), false)
                .map(contact -> contact.path("id").asText())
                .toList();
    }

    @Test
    void theReasonsAreToldAndNoNumberThatCouldRankPeople() {
        String contact = met(3);

        var depth = Phone.json(phone.door().get("/contacts/" + contact + "/depth"));

        assertThat(depth.path("band").asText()).isEqualTo("NEW");
        assertThat(depth.path("because"))
                .extracting(JsonNode::asText)
                .containsExactly("You were last in touch 3 days ago.", "It was the only time so far.");
        assertThat(depth.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("contactId", "band", "formula", "lastInTouchAt", "because");
    }
}
