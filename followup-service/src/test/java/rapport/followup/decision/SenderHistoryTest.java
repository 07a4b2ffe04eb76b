package rapport.followup.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rapport.followup.decision.SenderHistory.Sent;

class SenderHistoryTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T09:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-18T09:00:00Z");
    private static final UUID LOPEZ = new UUID(0, 1);
    private static final UUID OKAFOR = new UUID(0, 2);
    private static final UUID CONGRESS = new UUID(2, 1);
    private static final UUID WEBINAR = new UUID(2, 2);

    private final SenderHistory history = new SenderHistory();

    @Test
    void whoNeverWroteWritesForTheFirstTime() {
        assertThat(history.sender(LOPEZ).first()).isTrue();
        assertThat(history.replies(LOPEZ)).isFalse();
    }

    @Test
    void oneMoreMessageToSomebodyWhoHasNotAnsweredMakesNoMorePeople() {
        history.add(new Sent(LOPEZ, CONGRESS, MONDAY));
        history.add(new Sent(OKAFOR, CONGRESS, TUESDAY));
        history.add(new Sent(OKAFOR, CONGRESS, WEDNESDAY));

        assertThat(history.sender(LOPEZ).unanswered()).isEmpty();
        assertThat(history.sender(new UUID(0, 3)).unanswered()).containsExactlyInAnyOrder(MONDAY, WEDNESDAY);
        assertThat(history.sender(new UUID(0, 3)).firstContacts()).containsExactlyInAnyOrder(MONDAY, TUESDAY);
    }

    @Test
    void anAnswerBeginsAConversation() {
        history.add(new Sent(LOPEZ, CONGRESS, MONDAY));
        history.add(new Sent(LOPEZ, WEBINAR, MONDAY));
        assertThat(history.pair(LOPEZ, CONGRESS)).isEqualTo(new Facts.Pair(1, List.of(MONDAY, MONDAY)));

        history.answered(LOPEZ, TUESDAY);

        assertThat(history.replies(LOPEZ)).isTrue();
        assertThat(history.sender(LOPEZ).first()).isFalse();
        assertThat(history.pair(LOPEZ, CONGRESS).unanswered()).isEmpty();
        assertThat(history.sender(OKAFOR).unanswered()).isEmpty();
    }

    @Test
    void afterTheSendersNextMessageItIsTheOthersTurn() {
        history.add(new Sent(LOPEZ, CONGRESS, MONDAY));
        history.answered(LOPEZ, TUESDAY);
        history.add(new Sent(LOPEZ, CONGRESS, WEDNESDAY));

        assertThat(history.replies(LOPEZ)).isFalse();
        assertThat(history.pair(LOPEZ, CONGRESS).forEvent()).isEqualTo(1);
    }

    @Test
    void havingMetBeforeAnythingWasSentIsNoAnswer() {
        history.answered(LOPEZ, MONDAY);

        assertThat(history.replies(LOPEZ)).isFalse();
        assertThat(history.sender(LOPEZ).first()).isTrue();
    }
}
