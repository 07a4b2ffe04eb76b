package rapport.contacts.contact;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is shown with contacts and is not theirs: cards, speakers and notes by contact, names of events and sessions, and
 * what the owner is interested in, in plain words. */
record Surroundings(
        Map<UUID, ContactView.Card> cards,
        Map<UUID, ContactView.Speaker> speakers,
        Map<UUID, List<Note>> notes,
        Map<UUID, String> eventNames,
        Map<UUID, String> sessionTitles,
        Set<String> ownerInterests) {}
