package rapport.events.registration;

import java.util.UUID;

/** A registration is about to be deleted, within this transaction: whoever keeps rows about it deletes them now. */
public record RegistrationDeleted(UUID eventId, UUID registrationId) {}
