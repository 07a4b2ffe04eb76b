package rapport.contacts.interaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import rapport.kit.outbox.Fact;

/** What the other services learn of an interaction: that it happened, and not a word of what was written about it. */
sealed interface InteractionMessage {
    String TOPIC = "rapport.interaction.v1";

    UUID interactionId();

    long version();

    /** {@code interaction.logged.v1}: new, or corrected. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Logged(
            UUID interactionId,
            long version,
            String owner,
            UUID contactId,
            UUID personId,
            Direction direction,
            InteractionKind kind,
            Instant occurredAt)
            implements InteractionMessage {}

    /** {@code interaction.removed.v1}: it had not happened. */
    record Removed(UUID interactionId, long version, String owner, UUID contactId) implements InteractionMessage {}

    static InteractionMessage of(Interaction interaction, UUID person) {
        return interaction.isRemoved()
                ? new Removed(interaction.id(), interaction.version(), interaction.owner(), interaction.contactId())
                : new Logged(
                        interaction.id(),
                        interaction.version(),
                        interaction.owner(),
                        interaction.contactId(),
                        person,
                        interaction.direction(),
                        interaction.kind(),
                        interaction.occurredAt());
    }

    private String type() {
        return switch (this) {
            case Logged logged -> "interaction.logged.v1";
            case Removed removed -> "interaction.removed.v1";
        };
    }

    default Fact fact() {
        return new Fact(TOPIC, interactionId(), version(), type(), this);
    }
}
