package rapport.events.speaker;

import java.util.UUID;
import rapport.events.event.ContactMode;

/** Who speaks where, and how speakers of that event can be reached unless they say otherwise. */
record SpeakerPlace(UUID eventId, UUID personId, ContactMode defaultMode) {}
