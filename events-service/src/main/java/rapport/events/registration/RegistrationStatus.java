package rapport.events.registration;

/** Only CONFIRMED takes part. DELETED is seen in lists of changes only. */
public enum RegistrationStatus {
    PENDING,
    CONFIRMED,
    CANCELLED,
    WAITLISTED,
    DELETED
}
