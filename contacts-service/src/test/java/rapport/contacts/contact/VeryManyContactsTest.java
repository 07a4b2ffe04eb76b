package rapport.contacts.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Phone;
import rapport.kit.testing.RealParts;

/** Lists of an owner who has more contacts and scans than one request looks through. */
@QuarkusTest
@WithTestResource(RealParts.class)
class VeryManyContactsTest {
    private static final String CONTACTS = """
            insert into contact (owner, id, counterpart, kind, status, shares_card, version, state)
            select ?, id, id, 'MANUAL', 'ACTIVE', false, 1, '{}'
            from   (select uuidv7() as id from generate_series(1, 6000)) as c
            """;

    private static final String SCANS = """
            insert into scan (owner, scan_id, contact_id, event_id, outcome, fingerprint, scanned_at, effective_at, received_at, clock_corrected,
                              device_id, device_sequence)
            select ?, uuidv7(), gen_random_uuid(), gen_random_uuid(), 'UPDATED', 1, now(), now(), now(), false, 'phone', s
            from   generate_series(1, 6000) as s
            """;

    @TestHTTPResource("/")
    URI base;

    @Inject
    @DataSource("hot")
    AgroalDataSource database;

    @Inject
    Congress congress;

    private Phone phone;

    @BeforeEach
    void aNewOwner() {
        phone = Phone.of(base);
    }

    @Test
    void aFilterIsComparedWithAllOfThemPageByPage() throws SQLException {
        String first = typed("Anna Berg", "early");
        add(CONTACTS);
        add(CONTACTS);
        String last = typed("Boris Klee", "late");

        List<JsonNode> pages = pages(cursor -> phone.door().get("/contacts?doNotContact=true&limit=1" + cursor));

        assertThat(ids(pages)).containsExactly(first, last);
        assertThat(pages).anySatisfy(page -> {
            assertThat(page.path("items")).isEmpty();
            assertThat(page.path("next").isTextual()).isTrue();
        });
        assertThat(pages(cursor -> phone.door().get("/contacts?limit=200" + cursor)).stream()
                        .mapToInt(page -> page.path("items").size()))
                .containsOnly(200, 2);
    }

    @Test
    void aSearchRanksTheLatestAmongEachOtherAndLeavesNobodyOut() throws SQLException {
        String old = typed("Anna Berg", "old");
        add(CONTACTS);
        String similar = typed("Anna Bergmann", "young");
        String same = typed("Anna Berg", "young");

        List<JsonNode> pages = pages(cursor -> phone.door()
                .post(
                        "/contacts/search",
                        "{\"text\": \"anna berg\", \"limit\": 1"
                                + (cursor.isEmpty() ? "" : ", \"cursor\": \"" + cursor.substring(8) + "\"") + "}"));

        assertThat(pages.stream()
                        .flatMap(page -> page.path("items").findValuesAsText("id").stream())
                        .filter(List.of(old, similar, same)::contains))
                .containsExactly(same, similar, old);
    }

    @Test
    void scansOfOneOutcomeAreLookedForAmongAllOfThem() throws SQLException {
        add(SCANS);
        var scan = Phone.scan(congress.badge("CARD"));
        phone.stored(scan);

        List<JsonNode> pages = pages(cursor -> phone.door().get("/scans?outcome=CREATED" + cursor));

        assertThat(pages.stream().flatMap(page -> page.path("items").findValuesAsText("scanId").stream()))
                .containsExactly(scan.get("scanId").toString());
        assertThat(pages).hasSizeGreaterThan(1);
    }

    private String typed(String name, String reason) {
        var added = phone.door().post("/contacts/manual", "{\"details\": {\"displayName\": \"" + name + "\"}}");
        String id = Phone.json(added).path("id").asText();
        var stopped = phone.door()
                .with("If-Match", "*")
                .send(
                        "PATCH",
                        "/contacts/" + id,
                        "{\"doNotContact\": true, \"doNotContactReason\": \"" + reason + "\"}",
                        "application/merge-patch+json");
        assertThat(stopped.statusCode()).as(stopped.body()).isEqualTo(200);
        return id;
    }

    private void add(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, phone.owner());
            statement.executeUpdate();
        }
    }

    private interface Reading {
        /** @param cursor as a parameter of a query; empty for the first page */
        HttpResponse<String> page(String cursor);
    }

    private static List<JsonNode> pages(Reading reading) {
        var pages = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            JsonNode page = Phone.json(reading.page(cursor));
            pages.add(page);
            assertThat(page.path("items").isArray()).as(page.toString()).isTrue();
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : null;
        } while (cursor != null);
        return pages;
    }

    private static List<String> ids(List<JsonNode> pages) {
        var ids = new ArrayList<String>();
        pages.forEach(page ->
                page.path("items").forEach(contact -> ids.add(contact.path("id").asText())));
        return ids;
    }
}
