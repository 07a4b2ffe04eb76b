package rapport.events.checkin;

import java.util.UUID;

/**
 * A check-in that is going to be stored.
 *
 * @param registrationId null while nobody knows the badge
 */
record Decided(CheckIn checkIn, UUID registrationId) {}
