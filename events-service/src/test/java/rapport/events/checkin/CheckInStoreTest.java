package rapport.events.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rapport.kit.id.Ids;
import rapport.kit.testing.RealParts;

/** What the statements of the ingest do with what no request can bring. */
@QuarkusTest
@WithTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "kit.outbox.enabled", value = "false"))
class CheckInStoreTest extends CheckInDesk {
    private static final Instant NINE = Instant.parse("2024-12-27T09:00:00Z");

    @Inject
    CheckInStore store;

    @Test
    void aRowThatTheDatabaseRefusesHarmsNobodyElse() {
        String event = event();
        String token = tokens(event, 1).getFirst();
        List<CheckIn> checkIns = IntStream.range(0, 9)
                .mapToObj(i -> checkIn(event, token, i == 4 ? "gate\u0000" : "gate", NINE.plusSeconds(i)))
                .toList();

        var answers = store.store(checkIns);

        assertThat(answers).hasSize(9);
        assertThat(answers.get(4).outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(answers.get(4).code()).isEqualTo("not-storable");
        assertThat(answers.get(0).outcome()).isEqualTo(Outcome.RECORDED);
        assertThat(answers.get(8).outcome()).isEqualTo(Outcome.ALREADY_IN);
        assertThat(logged(event)).isEqualTo(8);
    }

    @Test
    void checkInsOfOneBatchSeeEachOther() {
        String event = event();
        String token = tokens(event, 1).getFirst();
        CheckIn first = checkIn(event, token, "gate", NINE);

        var answers = store.store(List.of(first, first, checkIn(event, token, "gate", NINE.plusSeconds(1))));

        assertThat(answers)
                .extracting(CheckInAnswer::outcome)
                .containsExactly(Outcome.RECORDED, Outcome.REPLAY, Outcome.ALREADY_IN);
    }

    private static CheckIn checkIn(String event, String token, String device, Instant at) {
        var item = new CheckInItem(Ids.next(), token, CheckInType.ENTRY, Scope.EVENT, null, at, device, null);
        return CheckIn.of(UUID.fromString(event), "somebody", item, null, NINE.plusSeconds(3600));
    }
}
