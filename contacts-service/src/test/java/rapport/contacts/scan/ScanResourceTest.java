package rapport.contacts.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.kit.testing.Problems.assertProblem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rapport.contacts.Congress;
import rapport.contacts.Phone;
import rapport.kit.testing.RealParts;

@QuarkusTest
@WithTestResource(RealParts.class)
class ScanResourceTest {
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
    void aScanOfAKnownBadgeCreatesAContactAndSaysSoToTheOthers() {
        var scan = Phone.scan(congress.badge("CARD"));

        var response = phone.send(scan);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        var answer = Phone.json(response);
        assertThat(answer.path("outcome").asText()).isEqualTo("CREATED");
        assertThat(answer.path("scanId").asText()).isEqualTo(scan.get("scanId").toString());
        assertThat(answer.path("clockCorrected").asBoolean()).isFalse();
        assertThat(response.headers().firstValue("Location"))
                .hasValue("contacts/" + answer.path("contactId").asText());
        assertThat(rows()).isEqualTo(new Rows(1, 1, 1));
    }

    @Test
    void theSameScanAgainChangesNothing() {
        var scan = Phone.scan(congress.badge("CARD"));
        String contact = phone.stored(scan);

        var again = phone.send(scan);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Phone.json(again).path("outcome").asText()).isEqualTo("REPLAY");
        assertThat(Phone.json(again).path("contactId").asText()).isEqualTo(contact);
        assertThat(rows()).isEqualTo(new Rows(1, 1, 1));
    }

    @Test
    void anotherScanUnderTheSameIdIsNotDroppedSilently() {
        var scan = Phone.scan(congress.badge("CARD"));
        phone.stored(scan);
        scan.put("note", "something new");

        assertProblem(phone.send(scan), 409, "scan-id-reused");
    }

    @Test
    void fiftyEqualScansAtOnceAreOne() throws Exception {
        var scan = Phone.scan(congress.badge("CARD"));
        List<HttpResponse<String>> responses;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> phone.send(scan)))
                    .toList();
            responses = new java.util.ArrayList<>();
            for (var future : sent) {
                responses.add(future.get());
            }
        }

        assertThat(responses)
                .extracting(HttpResponse::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(200, 201);
        assertThat(rows()).isEqualTo(new Rows(1, 1, 1));
    }

    @Test
    void aPersonIsOneContactAndEveryEventOneEncounter() {
        var first = congress.badge("CARD");
        String contact = phone.stored(Phone.scan(first));

        var again = phone.send(Phone.scan(first));
        var elsewhere = phone.send(Phone.scan(congress.another(first, "CARD")));

        assertThat(Phone.json(again).path("outcome").asText()).isEqualTo("UPDATED");
        assertThat(Phone.json(elsewhere).path("contactId").asText()).isEqualTo(contact);
        assertThat(phone.contact(contact).path("encounters")).hasSize(2);
        assertThat(rows().contacts()).isEqualTo(1);
    }

    @Test
    void anEmptyNoteErasesNothing() {
        var badge = congress.badge("CARD");
        var first = Phone.scan(badge);
        first.put("note", "asked about the registry");
        first.put("rating", 4);
        first.put("tags", List.of("sepsis"));
        String contact = phone.stored(first);
        var second = Phone.scan(badge);
        second.put("note", "");
        second.put("tags", List.of());

        phone.stored(second);

        var view = phone.contact(contact);
        assertThat(view.path("rating").asInt()).isEqualTo(4);
        assertThat(view.path("tags").path(0).asText()).isEqualTo("sepsis");
        assertThat(view.path("notes")).hasSize(1);
        assertThat(view.path("notes").path(0).path("text").asText()).isEqualTo("asked about the registry");
    }

    @Test
    void allBadBadgesAreAnsweredAlikeAndLeaveNothing() {
        var revoked = congress.badge("CARD");
        congress.register(revoked, 2, "CONFIRMED", "CARD", "REVOKED");
        var cancelled = congress.badge("CARD");
        congress.register(cancelled, 2, "CANCELLED", "CARD", "ACTIVE");
        var genuine = congress.badge("CARD");
        var wrongEvent =
                new Congress.Badge(genuine.token(), UUID.randomUUID(), genuine.person(), genuine.registration());
        var random = new Congress.Badge("RB1-00000000000000000000000000AAAAAAAA", genuine.event(), null, null);
        var truncated = new Congress.Badge(genuine.token().substring(0, 20), genuine.event(), null, null);

        var bodies = Stream.of(revoked, cancelled, wrongEvent, random, truncated)
                .map(Phone::scan)
                .map(phone::send)
                .peek(response -> assertProblem(response, 404, "badge-not-accepted"))
                .map(response -> response.body().replaceAll("\"traceId\":\"[0-9a-f]*\"", ""))
                .distinct();

        assertThat(bodies).hasSize(1);
        assertThat(rows()).isEqualTo(new Rows(0, 0, 0));
    }

    @Test
    void whatIsNoBadgeAtAllIsMalformed() {
        for (String code :
                List.of("https://example.org/x", "WIFI:T:WPA;S:x;;", "BEGIN:VCARD\nFN:x\nEND:VCARD", "", " ")) {
            var scan = Phone.scan(new Congress.Badge(code, UUID.randomUUID(), null, null));

            assertProblem(phone.send(scan), 400, "validation");
        }
        assertThat(rows()).isEqualTo(new Rows(0, 0, 0));
    }

    @Test
    void theOwnBadgeIsRefused() {
        var badge = congress.unknownBadge();
        congress.person(badge.person(), phone.owner());
        congress.register(badge, 1, "CONFIRMED", "CARD", "ACTIVE");

        assertProblem(phone.send(Phone.scan(badge)), 422, "own-badge");
        assertThat(rows()).isEqualTo(new Rows(0, 0, 0));
    }

    @Test
    void aBatchAnswersPerItemAndStoresWhatIsGood() {
        var good = Phone.scan(congress.badge("CARD"));
        var shy = Phone.scan(congress.badge("OFF"));
        var pending = Phone.scan(congress.unknownBadge());
        var unknownProperty = Phone.scan(congress.badge("CARD"));
        unknownProperty.put("surprise", true);
        var wrongType = Phone.scan(congress.badge("CARD"));
        wrongType.put("rating", "five");
        wrongType.put("scannedAt", 17);
        var outOfRange = Phone.scan(congress.badge("CARD"));
        outOfRange.put("rating", 9);
        var forged = Phone.scan(new Congress.Badge("RB1-NOPE", UUID.randomUUID(), null, null));

        var response =
                phone.upload(List.of(good, shy, pending, unknownProperty, wrongType, outOfRange, forged, 17, good));

        assertThat(Phone.outcomes(response))
                .containsExactly(
                        "CREATED",
                        "NEEDS_CONSENT",
                        "PENDING",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "REPLAY");
        var items = Phone.json(response).path("items");
        assertThat(items.path(3).path("errors").path(0).path("pointer").asText())
                .isEqualTo("/surprise");
        assertThat(items.path(4).path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/rating", "/scannedAt");
        assertThat(items.path(5).path("errors").findValuesAsText("pointer")).containsExactly("/rating");
        assertThat(items.path(5).path("scanId").asText())
                .isEqualTo(outOfRange.get("scanId").toString());
        assertThat(items.path(6).path("code").asText()).isEqualTo("badge-not-accepted");
        assertThat(rows()).isEqualTo(new Rows(3, 3, 3));
    }

    @Test
    void aConstraintThatOneItemBreaksIsThatItemsBusiness() {
        var outOfRange = Phone.scan(congress.badge("CARD"));
        outOfRange.put("rating", 9);

        var response = phone.upload(List.of(outOfRange, Phone.scan(congress.badge("CARD"))));

        assertThat(Phone.outcomes(response)).containsExactly("REJECTED", "CREATED");
        var faults = Phone.json(response).path("items").path(0).path("errors");
        assertThat(faults.findValuesAsText("pointer")).containsExactly("/rating");
        assertThat(rows()).isEqualTo(new Rows(1, 1, 1));
    }

    @Test
    void nothingInPlaceOfAnItemIsRejectedInItsPlace() {
        var response = phone.upload(Arrays.asList(null, Phone.scan(congress.badge("CARD"))));

        assertThat(Phone.outcomes(response)).containsExactly("REJECTED", "CREATED");
        assertThat(Phone.json(response).path("items").path(0).path("errors").findValuesAsText("code"))
                .containsExactly("required");
    }

    @Test
    void aBatchIsLimited() {
        var item = Phone.scan(congress.unknownBadge());

        assertProblem(phone.upload(IntStream.range(0, 501).mapToObj(i -> item).toList()), 400, "validation");
        assertProblem(phone.upload(List.of()), 400, "validation");
        item.put("note", "x".repeat(10_000));
        assertProblem(phone.upload(IntStream.range(0, 60).mapToObj(i -> item).toList()), 413, "too-large");
        assertThat(rows()).isEqualTo(new Rows(0, 0, 0));
    }

    @Test
    void fiveHundredScansOfOneUploadAreStored() {
        var badge = congress.badge("CARD");
        var items = IntStream.range(0, 500).mapToObj(i -> Phone.scan(badge)).toList();

        var outcomes = Phone.outcomes(phone.upload(items));

        assertThat(outcomes.getFirst()).isEqualTo("CREATED");
        assertThat(outcomes.subList(1, 500)).containsOnly("UPDATED");
        assertThat(rows()).isEqualTo(new Rows(500, 1, 1));
    }

    @Test
    void noClockIsEverAReasonToRefuse() {
        var badge = congress.badge("CARD");
        for (String time : List.of(
                "1970-01-01T00:00:00Z", "2036-11-20T09:00:00+02:00", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z")) {
            var scan = Phone.scan(badge);
            scan.put("scannedAt", time);

            var response = phone.send(scan);

            assertThat(response.statusCode()).as(response.body()).isIn(200, 201);
            assertThat(Phone.json(response).path("clockCorrected").asBoolean()).isTrue();
        }
        assertThat(phone.door().get("/scans").body())
                .contains("1970-01-01T00:00:00Z")
                .contains("9999-12-31");
    }

    @Test
    void faultsAreListedTogether() {
        var problem = assertProblem(
                phone.door().post("/scans", "{\"rating\":7,\"tags\":[\"" + "x".repeat(51) + "\"]}"), 400, "validation");

        assertThat(problem.path("errors").findValuesAsText("pointer"))
                .contains("/badgeToken", "/deviceId", "/eventId", "/rating", "/scanId", "/scannedAt", "/tags/0");
    }

    @Test
    void textsOfEveryScriptComeBack() {
        var scan = Phone.scan(congress.badge("CARD"));
        List<String> texts = List.of("O'Brien-Núñez", "王小明", "أحمد", "van der Berg; Jr", "👩🏽‍⚕️", "x");
        scan.put("tags", texts);
        scan.put("note", String.join("\n", texts));
        scan.put("context", Map.of("place", "Größe \\ \"Saal\"", "topic", "<b>${7*7}</b> '; drop table scan; --"));

        var contact = phone.contact(phone.stored(scan));

        assertThat(contact.path("tags")).extracting(t -> t.asText()).containsExactlyInAnyOrderElementsOf(texts);
        assertThat(contact.path("notes").path(0).path("text").asText()).isEqualTo(String.join("\n", texts));
        assertThat(contact.path("encounters").path(0).path("place").asText()).isEqualTo("Größe \\ \"Saal\"");
    }

    @Test
    void scansAreListedToTheirOwnerOnly() {
        var badge = congress.badge("CARD");
        IntStream.range(0, 3).forEach(i -> phone.stored(Phone.scan(badge)));

        var first = Phone.json(phone.door().get("/scans?limit=2"));
        var second = Phone.json(
                phone.door().get("/scans?limit=2&cursor=" + first.path("next").asText()));

        assertThat(first.path("items")).hasSize(2);
        assertThat(second.path("items")).hasSize(1);
        assertThat(Phone.json(Phone.of(base).door().get("/scans")).path("items"))
                .isEmpty();
        assertProblem(
                Phone.of(base).door().get("/scans?cursor=" + first.path("next").asText()), 400, "validation");
    }

    @Test
    void nobodyScansWithoutBeingSignedIn() {
        var anonymous = new rapport.kit.testing.Door(base, (String) null);

        assertProblem(anonymous.post("/scans", "{}"), 401, "unauthenticated");
        assertProblem(anonymous.post("/scans/batch", "{}"), 401, "unauthenticated");
        assertProblem(anonymous.get("/scans"), 401, "unauthenticated");
    }

    private record Rows(long scans, long contacts, long messages) {}

    /** Messages are counted where they wait or, once published, by the versions of their contacts. */
    private Rows rows() {
        return new Rows(
                congress.count("scan", phone.owner()),
                congress.count("contact", phone.owner()),
                congress.versions(phone.owner()));
    }
}
