package rapport.contacts.consent;

import java.time.Instant;
import java.util.UUID;
import rapport.kit.outbox.Fact;

/** What the other services learn of consents: ids only. What a contact shows follows in the contact's own message. */
sealed interface ConsentMessage {
    String TOPIC = "rapport.consent.v1";

    UUID consentId();

    long version();

    /** {@code consent.granted.v1}: the person gave the holder a card, or another one. */
    record Granted(UUID consentId, long version, UUID personId, String owner, UUID receiptId, Instant grantedAt)
            implements ConsentMessage {}

    /** {@code consent.withdrawn.v1}: the holder may use nothing any more that the person shared. */
    record Withdrawn(UUID consentId, long version, UUID personId, String owner, UUID receiptId, Instant withdrawnAt)
            implements ConsentMessage {}

    private String type() {
        return switch (this) {
            case Granted granted -> "consent.granted.v1";
            case Withdrawn withdrawn -> "consent.withdrawn.v1";
        };
    }

    default Fact fact() {
        return new Fact(TOPIC, consentId(), version(), type(), this);
    }
}
