package rapport.contacts.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rapport.kit.edit.Change;

class InteractionKindTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static Interaction logged(InteractionKind kind, Direction direction, Instant at) {
        return new Interaction(
                "maya",
                UUID.randomUUID(),
                UUID.randomUUID(),
                new NewInteraction(null, kind, direction, at, null),
                NOON);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasADirectionOfItsOwn(InteractionKind kind) {
        assertThat(logged(kind, null, NOON).direction()).isEqualTo(kind.usualDirection());
    }

    @Test
    void aCallComesFromEitherSideAndAReceivedMailDoesNot() {
        assertThat(logged(InteractionKind.CALL, Direction.INBOUND, NOON).direction())
                .isEqualTo(Direction.INBOUND);
        assertThatThrownBy(() -> logged(InteractionKind.EMAIL_RECEIVED, Direction.OUTBOUND, NOON))
                .isInstanceOf(InteractionRefused.WrongDirection.class);
    }

    @Test
    void anInteractionCanBeYearsOldButNotYetToCome() {
        assertThat(logged(InteractionKind.MET, null, NOON.minusSeconds(500_000_000))
                        .version())
                .isEqualTo(1);
        assertThatThrownBy(() -> logged(InteractionKind.MET, null, NOON.plusSeconds(600)))
                .isInstanceOf(InteractionRefused.InTheFuture.class);
    }

    @Test
    void whoCorrectsTheKindAloneMeansItsDirection() {
        var interaction = logged(InteractionKind.EMAIL_SENT, null, NOON);

        interaction.correct(
                new InteractionChange(
                        Change.set(InteractionKind.EMAIL_RECEIVED), Change.absent(), Change.absent(), Change.absent()),
                NOON);

        assertThat(interaction.direction()).isEqualTo(Direction.INBOUND);
        assertThat(interaction.version()).isEqualTo(2);
    }
}
