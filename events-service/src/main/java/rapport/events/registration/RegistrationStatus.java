package rapport.events.registration;

/** Only CONFIRMED takes part. */
public enum RegistrationStatus {
    PENDING,
    CONFIRMED,
    CANCELLED,
    WAITLISTED
}
