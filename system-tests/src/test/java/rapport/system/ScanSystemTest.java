package rapport.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rapport.stack.demo.Api;
import rapport.stack.demo.StepFailed;

/** Scans through the gateway, while things go wrong. */
@ExtendWith(PlatformOfTheRun.class)
class ScanSystemTest {
    private static final String SCANS = "/api/contacts/scans";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final Platform platform;

    ScanSystemTest(Platform platform) {
        this.platform = platform;
    }

    @Test
    void theSameScansOfTwoPhonesShuffledSplitAndSentThreeTimesGiveTheSameContacts() {
        Crowd crowd = Crowd.gather(platform.api(), slug("two-phones"), 250);
        awaitKnown(crowd);
        List<Map<String, Object>> scans = Phones.scans(crowd, 2, 1);
        String one = "one-" + UUID.randomUUID();
        String other = "other-" + UUID.randomUUID();
        try (var api = new Api(platform.stack().url(), platform::newcomer)) {
            Phones.unreliably(scans, 2).forEach(upload -> upload(api, one, upload));
            Phones.unreliably(scans, 3).forEach(upload -> upload(api, other, upload));

            List<String> contactsOfOne = known(api, one);

            assertThat(contactsOfOne).hasSize(250).isEqualTo(known(api, other));
            assertThat(api.all(one, SCANS)).hasSize(500);
            assertThat(String.join("\n", contactsOfOne)).contains(notes(scans));
        }
    }

    @Test
    void scanningGoesOnWhileKafkaIsStoppedAndEverythingArrivesAfterwards() {
        Crowd crowd = Crowd.gather(platform.api(), slug("kafka-stops"), 60);
        awaitKnown(crowd);
        String owner = "owner-" + UUID.randomUUID();
        List<Map<String, Object>> scans = Phones.scans(crowd, 1, 4);
        try (var api = new Api(platform.stack().url(), platform::newcomer)) {
            platform.stack().kafka().close();
            try {
                scans.forEach(scan -> api.post(owner, SCANS, scan).expect(201));
            } finally {
                platform.stack().kafka().start();
            }

            await().atMost(LONG_ENOUGH).untilAsserted(() -> assertThat(contactsKnownToFollowUps(owner))
                    .isEqualTo(60));
        }
    }

    @Test
    void everyAcknowledgedScanIsThereOnceAfterContactsServiceWasKilledUnderLoad() throws Exception {
        Crowd crowd = Crowd.gather(platform.api(), slug("kill"), 150);
        awaitKnown(crowd);
        List<String> owners = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            owners.add("phone-" + i + "-" + UUID.randomUUID());
        }
        Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();
        var service = platform.stack().service("contacts");
        try (var phones = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> scanning = new ArrayList<>();
            for (String owner : owners) {
                acknowledged.put(owner, ConcurrentHashMap.newKeySet());
                scanning.add(phones.submit(() -> postUntilAnswered(owner, crowd, acknowledged.get(owner))));
            }
            for (int kills = 1; kills <= 3; kills++) {
                int some = kills * 300;
                await().atMost(LONG_ENOUGH).until(() -> sum(acknowledged) > some);
                service.kill();
                service.start();
                service.awaitReady();
            }
            for (Future<?> phone : scanning) {
                phone.get();
            }
        }
        try (var api = new Api(platform.stack().url(), platform::newcomer)) {
            for (String owner : owners) {
                List<String> stored = api.all(owner, SCANS).stream()
                        .map(scan -> scan.path("scanId").asText())
                        .toList();
                assertThat(acknowledged.get(owner)).hasSize(150);
                assertThat(stored).doesNotHaveDuplicates().hasSize(150).containsAll(acknowledged.get(owner));
                assertThat(api.all(owner, "/api/contacts/contacts")).hasSize(150);
            }
        }
    }

    /** A phone repeats a scan until it is answered; it never makes a second one of it. */
    private void postUntilAnswered(String owner, Crowd crowd, Set<String> acknowledged) {
        try (var api = new Api(platform.stack().url(), platform::newcomer)) {
            for (Map<String, Object> scan : Phones.scans(crowd, 1, owner.hashCode())) {
                await().atMost(LONG_ENOUGH)
                        .pollDelay(Duration.ZERO)
                        .ignoreException(StepFailed.class)
                        .until(() -> Set.of(200, 201)
                                .contains(api.post(owner, SCANS, scan).status()));
                acknowledged.add(scan.get("scanId").toString());
            }
        }
    }

    private void upload(Api api, String owner, List<Map<String, Object>> items) {
        JsonNode answers = api.post(owner, SCANS + "/batch", Map.of("items", items))
                .expect(200)
                .body()
                .path("items");
        assertThat(answers).hasSameSizeAs(items);
        answers.forEach(answer -> assertThat(answer.path("outcome").asText()).isIn("CREATED", "UPDATED", "REPLAY"));
    }

    /** Each as it stands in what is known of its contact, where a moment follows it. */
    private static List<String> notes(List<Map<String, Object>> scans) {
        List<String> notes = scans.stream()
                .map(scan -> (String) scan.get("note"))
                .filter(note -> !note.isEmpty())
                .map(note -> note + "@")
                .toList();
        assertThat(notes).hasSizeGreaterThan(300);
        return notes;
    }

    private static List<String> known(Api api, String owner) {
        return api.all(owner, "/api/contacts/contacts").stream()
                .map(Phones::known)
                .sorted()
                .toList();
    }

    /** contacts-service hears of badges by message. */
    private void awaitKnown(Crowd crowd) {
        await().atMost(LONG_ENOUGH).untilAsserted(() -> assertThat(platform.count("contacts", """
                        select count(*)
                        from   badge b
                        join   registration r on r.id = b.registration_id
                        join   person p on p.id = r.person_id
                        where  r.event_id::text = ?
                        """, crowd.eventId()))
                .isEqualTo(crowd.badgeTokens().size()));
    }

    private long contactsKnownToFollowUps(String owner) throws SQLException {
        return platform.count("followup", "select count(*) from contact where owner = ?", owner);
    }

    private static int sum(Map<String, Set<String>> sets) {
        return sets.values().stream().collect(Collectors.summingInt(Set::size));
    }

    private static String slug(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
