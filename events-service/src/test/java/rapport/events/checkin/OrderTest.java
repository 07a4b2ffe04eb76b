package rapport.events.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import rapport.kit.testing.RealParts;

/** Held against the real statements: the same check-ins in any order, any splitting and any repetition leave the same. */
@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class OrderTest extends CheckInDesk {
    private static final int ROUNDS = 25;
    private static final int GUESTS = 3;
    private static final Instant TEN = Instant.parse("2024-12-27T09:00:00Z");

    @Test
    void anyOrderSplittingAndRepetitionOfTheSameCheckInsLeavesTheSame() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            String event = event();
            var tokens = tokens(event, GUESTS);
            var gates = List.of(gate(event), gate(event, session(event)));
            List<ObjectNode> items = items(random, tokens, gates);

            send(gates.getFirst(), shuffledRepeated(items, random), random);
            var left = left(event);

            String other = event();
            var renamed = renamed(items, tokens, tokens(other, GUESTS), gates, session(other));
            send(gate(other), shuffledRepeated(renamed, random), random);

            assertThat(left(other)).as("seed %d", seed).isEqualTo(left);
            assertThat(left(event).get("log")).as("seed %d", seed).hasSize(items.size());
        }
    }

    @Test
    void gatesThatSendTheSameAtTheSameTimeLeaveItOnce() throws Exception {
        String event = event();
        var tokens = tokens(event, GUESTS);
        var gates = List.of(gate(event), gate(event, session(event)));
        var items = items(new Random(42), tokens, gates);

        try (var devices = Executors.newFixedThreadPool(16)) {
            var calls = new ArrayList<Callable<List<String>>>();
            for (int i = 0; i < 64; i++) {
                var mine = shuffledRepeated(items, new Random(i));
                calls.add(() -> gates.getFirst().upload(null, mine).stream()
                        .map(Gate::outcome)
                        .toList());
            }
            for (var outcomes : devices.invokeAll(calls)) {
                assertThat(outcomes.get()).doesNotContain("REJECTED", "PENDING_UNKNOWN");
            }
        }

        assertThat(logged(event)).isEqualTo(items.size());
        assertThat(presenceFollowsFromTheLog(event)).isTrue();
    }

    private boolean presenceFollowsFromTheLog(String event) {
        String before = left(event).toString();
        update("delete from presence where event_id = ?", UUID.fromString(event));
        var session = UUID.fromString(text("select id from session where event_id = ?", UUID.fromString(event)));
        for (var row : rows("select distinct registration_id from check_in where session_id = ?", session)) {
            var marks = rows(
                            "select type, effective_at at time zone 'UTC' as at, scan_id from check_in where session_id = ?"
                                    + " and registration_id = ?",
                            session,
                            UUID.fromString(row.get("registration_id")))
                    .stream()
                    .map(mark -> new Mark(
                            CheckInType.valueOf(mark.get("type")),
                            Instant.parse(mark.get("at").replace(' ', 'T') + "Z"),
                            UUID.fromString(mark.get("scan_id"))))
                    .toList();
            for (var stay : new Timeline(marks).stays()) {
                update(
                        """
                        insert into presence (id, event_id, session_id, registration_id, person_id, source, joined_at, left_at)
                        select uuidv7(), event_id, ?, id, person_id, 'CHECK_IN', ?::timestamptz, ?::timestamptz
                        from   registration where id = ?
                        """,
                        session,
                        stay.from().toString(),
                        stay.until() == null ? null : stay.until().toString(),
                        UUID.fromString(row.get("registration_id")));
            }
        }
        return left(event).toString().equals(before);
    }

    private static List<ObjectNode> items(Random random, List<String> tokens, List<Gate> gates) {
        var items = new ArrayList<ObjectNode>();
        for (int i = 4 + random.nextInt(20); i > 0; i--) {
            items.add(gates.get(random.nextInt(gates.size()))
                    .item(
                            random.nextInt(3) == 0 ? "EXIT" : "ENTRY",
                            tokens.get(random.nextInt(tokens.size())),
                            TEN.plusSeconds(60L * random.nextInt(12))));
        }
        return items;
    }

    /** The same again at another event, whose guests wear other badges. */
    private static List<ObjectNode> renamed(
            List<ObjectNode> items, List<String> from, List<String> to, List<Gate> gates, String session) {
        return items.stream()
                .map(item -> {
                    var copy = item.deepCopy()
                            .put("token", to.get(from.indexOf(item.path("token").asText())));
                    return item.has("sessionId") ? copy.put("sessionId", session) : copy;
                })
                .toList();
    }

    private static List<ObjectNode> shuffledRepeated(List<ObjectNode> items, Random random) {
        var queue = new ArrayList<>(items);
        items.stream().filter(item -> random.nextBoolean()).forEach(queue::add);
        Collections.shuffle(queue, random);
        return queue;
    }

    /** Some one by one, some in uploads. */
    private static void send(Gate gate, List<ObjectNode> queue, Random random) {
        for (int from = 0; from < queue.size(); ) {
            int to = Math.min(queue.size(), from + 1 + random.nextInt(9));
            if (to == from + 1) {
                assertThat(gate.send(queue.get(from)).statusCode()).isBetween(200, 202);
            } else {
                assertThat(gate.upload(null, queue.subList(from, to)))
                        .extracting(Gate::outcome)
                        .doesNotContain("REJECTED", "PENDING_UNKNOWN");
            }
            from = to;
        }
    }

    /** What is left of an event's check-ins, guests by the order of their badges. */
    private Map<String, List<Map<String, String>>> left(String event) {
        String guests =
                "with guest as (select registration_id, row_number() over (order by id) as n from badge where event_id = ?) ";
        UUID id = UUID.fromString(event);
        return Map.of("log", rows(guests + """
                        select g.n, c.scan_id, c.type, c.effective_at, c.device_id, c.session_id is null as house
                        from   check_in c join guest g on g.registration_id = c.registration_id
                        where  c.event_id = ? order by c.scan_id""", id, id), "presence", rows(guests + """
                        select g.n, p.source, p.joined_at, p.left_at
                        from   presence p join guest g on g.registration_id = p.registration_id
                        where  p.event_id = ? order by g.n, p.joined_at""", id, id));
    }
}
