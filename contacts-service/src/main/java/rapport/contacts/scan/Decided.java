package rapport.contacts.scan;

import java.util.UUID;

/** A scan that is going to be stored. */
record Decided(Scan scan, Outcome outcome, UUID contactId) {}
