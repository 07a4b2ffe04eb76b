package rapport.contacts.addressbook;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import ezvcard.Ezvcard;
import ezvcard.VCardVersion;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Phone;
import rapport.kit.testing.RealParts;

/** Address books in and out through the front door. */
@QuarkusTest
@WithTestResource(RealParts.class)
class AddressBookResourceTest {
    @TestHTTPResource("/")
    URI base;

    @Inject
    Congress congress;

    private Phone phone;

    @BeforeEach
    void aNewOwner() {
        phone = Phone.of(base);
    }

    @Test
    void theSameFileThreeTimesChangesNothing() {
        for (String file :
                List.of("android-2.1.vcf", "ios-3.0.vcf", "google-4.0.vcf", "outlook-latin1.vcf", "broken.vcf")) {
            var first = outcomes(send("vcard", FilesTest.file(file), ""));
            long versions = congress.versions(phone.owner());
            long notes = congress.count("note", phone.owner());
            assertThat(first).as(file).contains("CREATED");

            for (int again = 0; again < 2; again++) {
                assertThat(outcomes(send("vcard", FilesTest.file(file), "")))
                        .as(file)
                        .isSubsetOf("SKIPPED", "CONFLICT", "ERROR");
            }
            assertThat(congress.versions(phone.owner())).isEqualTo(versions);
            assertThat(congress.count("note", phone.owner())).isEqualTo(notes);
        }
        for (String file : List.of("linkedin.csv", "google.csv", "outlook.csv")) {
            send("csv", FilesTest.file(file), "");
            long versions = congress.versions(phone.owner());
            send("csv", FilesTest.file(file), "");
            assertThat(outcomes(send("csv", FilesTest.file(file), ""))).isSubsetOf("SKIPPED", "ERROR");
            assertThat(congress.versions(phone.owner())).isEqualTo(versions);
        }
    }

    @Test
    void everyRowHasItsResult() {
        var report = Phone.json(send("vcard", FilesTest.file("broken.vcf"), ""));

        assertThat(outcomes(report)).containsExactly("CREATED", "ERROR", "ERROR", "CREATED", "SKIPPED", "CONFLICT");
        assertThat(report.path("rows").path(1).path("remarks").path(0).asText()).isEqualTo("no-name");
        assertThat(report.path("rows").path(5).path("remarks").path(0).asText()).isEqualTo("other-name");
        assertThat(report.path("counts").path("CREATED").asInt()).isEqualTo(2);
        assertThat(congress.count("contact", phone.owner())).isEqualTo(2);
    }

    @Test
    void aDryRunTellsTheSameAndLeavesNothing() {
        var dry = Phone.json(send("vcard", FilesTest.file("ios-3.0.vcf"), "?dryRun=true"));

        assertThat(dry.path("dryRun").asBoolean()).isTrue();
        assertThat(outcomes(dry)).containsExactly("CREATED");
        assertThat(dry.path("rows").path(0).has("contactId")).isFalse();
        assertThat(congress.count("contact", phone.owner())).isZero();
        assertThat(congress.count("note", phone.owner())).isZero();
    }

    @Test
    void aNewerRevisionUpdatesAnOlderOneDoesNotAndOwnEditsSurviveTheSameFile() {
        String card = new String(FilesTest.file("ios-3.0.vcf"), StandardCharsets.UTF_8);
        String id = imported(card);
        edit(id, "{\"details\": {\"affiliation\": \"typed by me\"}}");

        assertThat(outcomes(send("vcard", card, ""))).containsExactly("SKIPPED");
        assertThat(phone.contact(id).path("details").path("affiliation").asText())
                .isEqualTo("typed by me");
        assertThat(outcomes(send(
                        "vcard", card.replace("Hospital Clínic", "Old Place").replace("2026-01-15", "2025-01-15"), "")))
                .containsExactly("SKIPPED");
        assertThat(outcomes(send(
                        "vcard", card.replace("Hospital Clínic", "New Place").replace("2026-01-15", "2026-02-15"), "")))
                .containsExactly("UPDATED");
        assertThat(phone.contact(id).path("details").path("affiliation").asText())
                .isEqualTo("New Place");
    }

    @Test
    void anotherAddressBookCompletesAContactAndKeepsWhatWasTyped() {
        var typed = phone.door()
                .post(
                        "/contacts/manual",
                        "{\"details\": {\"displayName\": \"Ines Lopez\", \"affiliation\": \"mine\", \"links\": {\"linkedin\": \"https://linkedin.com/in/ines-lopez\"}}}");
        String id = Phone.json(typed).path("id").asText();

        var report = Phone.json(send("csv", FilesTest.file("linkedin.csv"), ""));

        assertThat(outcomes(report)).containsExactly("UPDATED", "CREATED", "ERROR");
        assertThat(report.path("rows").path(0).path("contactId").asText()).isEqualTo(id);
        var contact = phone.contact(id);
        assertThat(contact.path("details").path("affiliation").asText()).isEqualTo("mine");
        assertThat(contact.path("details").path("roles").path(0).asText()).startsWith("Cardiologist");
        assertThat(contact.path("encounters").path(0).path("metAt").asText()).isEqualTo("2024-01-12T00:00:00Z");
    }

    @Test
    void aNameAloneIdentifiesNobody() {
        phone.door().post("/contacts/manual", "{\"details\": {\"displayName\": \"Anna Berg\"}}");

        assertThat(outcomes(send("csv", "Name,Notes\nAnna Berg,another one\n", "")))
                .containsExactly("CREATED");
        assertThat(congress.count("contact", phone.owner())).isEqualTo(2);
    }

    @Test
    void whatWasExportedComesBackUnchanged() {
        imported(new String(FilesTest.file("ios-3.0.vcf"), StandardCharsets.UTF_8));
        send("vcard", FilesTest.file("google-4.0.vcf"), "");
        phone.stored(Phone.scan(congress.badge("CARD")));
        for (String query : List.of("?version=3.0", "?version=4.0")) {
            String cards = phone.door().get("/contacts/export/vcard" + query).body();
            send("vcard", cards, "");
            long contacts = congress.count("contact", phone.owner());

            String again = phone.door().get("/contacts/export/vcard" + query).body();

            assertThat(withoutRevision(again)).isEqualTo(withoutRevision(cards));
            assertThat(contacts).isEqualTo(4);
        }
        String csv = phone.door().get("/contacts/export/csv").body();
        send("csv", csv, "");
        assertThat(phone.door().get("/contacts/export/csv").body()).isEqualTo(csv);
    }

    @Test
    void lineBreaksAndFormulasInValuesAreInert() {
        String id = Phone.json(
                        phone.door()
                                .post(
                                        "/contacts/manual",
                                        "{\"details\": {\"displayName\": \"=cmd|' /C calc'!A0\", \"affiliation\": \"a\\r\\nEND:VCARD\\r\\nBEGIN:VCARD\"}}"))
                .path("id")
                .asText();

        var one = phone.door().get("/contacts/" + id + "/vcard?version=3.0");
        String csv = phone.door().get("/contacts/export/csv").body();

        var cards = Ezvcard.parse(one.body()).all();
        assertThat(cards).hasSize(1);
        assertThat(cards.getFirst().getVersion()).isEqualTo(VCardVersion.V3_0);
        assertThat(cards.getFirst().getFormattedName().getValue()).isEqualTo("=cmd|' /C calc'!A0");
        assertThat(csv.lines().skip(1).findFirst().orElseThrow()).contains(",'=cmd");
        assertThat(one.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/vcard");
    }

    @Test
    void theExportShowsACardOnlyWhileItIsShared() {
        var badge = congress.badge("CARD");
        String id = phone.stored(Phone.scan(badge));
        assertThat(phone.door().get("/contacts/" + id + "/vcard").body()).contains("FN:Ines López");

        congress.register(badge, 2, "CONFIRMED", "OFF", "ACTIVE");

        assertThat(phone.door().get("/contacts/" + id + "/vcard").body()).doesNotContain("Ines");
        assertThat(phone.door().get("/contacts/export/vcard").body()).doesNotContain("Ines");
        assertThat(phone.door().get("/contacts/export/csv").body()).doesNotContain("Ines");
    }

    @Test
    void somebodyElsesContactsAreNotExported() {
        String id = phone.stored(Phone.scan(congress.badge("CARD")));
        phone = Phone.of(base);

        assertProblem(phone.door().get("/contacts/" + id + "/vcard"), 404, "not-found");
        assertProblem(phone.door().get("/contacts/" + UUID.randomUUID() + "/vcard"), 404, "not-found");
        assertThat(phone.door().get("/contacts/export/vcard").body()).isEmpty();
        assertProblem(phone.door().get("/contacts/export/vcard?version=2.1"), 400, "validation");
        assertProblem(send("vcard", "roses are red", ""), 400, "validation");
        assertProblem(send("csv", "roses,are red\n", ""), 400, "validation");
        assertProblem(send("csv", "Name\nA\n", "?region=XX"), 400, "validation");
        assertThat(congress.count("contact", phone.owner())).isZero();
    }

    private String imported(String card) {
        var report = Phone.json(send("vcard", card, ""));
        assertThat(outcomes(report)).containsExactly("CREATED");
        return report.path("rows").path(0).path("contactId").asText();
    }

    private HttpResponse<String> send(String format, String file, String query) {
        return send(format, file.getBytes(StandardCharsets.UTF_8), query);
    }

    private HttpResponse<String> send(String format, byte[] file, String query) {
        return phone.door()
                .send(
                        "POST",
                        "/contacts/imports/" + format + query,
                        BodyPublishers.ofByteArray(file),
                        "text/" + format);
    }

    private void edit(String id, String patch) {
        var response = phone.door()
                .with("If-Match", "*")
                .send("PATCH", "/contacts/" + id, patch, "application/merge-patch+json");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private static List<String> outcomes(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return outcomes(Phone.json(response));
    }

    private static List<String> outcomes(JsonNode report) {
        var outcomes = new ArrayList<String>();
        report.path("rows").forEach(row -> outcomes.add(row.path("outcome").asText()));
        return outcomes;
    }

    private static String withoutRevision(String cards) {
        return cards.replaceAll("REV:[^\r\n]*", "");
    }
}
