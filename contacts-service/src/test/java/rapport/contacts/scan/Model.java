package rapport.contacts.scan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import rapport.contacts.merge.Intent;

/**
 * What a contact has to be in the end, told in the plainest way: put the operations into the order in which they happened,
 * then let each one write over the ones before.
 */
record Model(Intent intent, Integer rating, Set<String> tags, Map<UUID, Meeting> encounters, Set<String> notes) {

    record Meeting(Instant metAt, UUID session, String place, String topic) {}

    record Happened(UUID scanId, UUID event, Said said) {
        private static final Comparator<Happened> ORDER = Comparator.<Happened, Instant>comparing(h -> h.said.at())
                .thenComparing(h -> h.said.sequence() == null ? 0 : h.said.sequence())
                .thenComparing(h -> h.said.device())
                .thenComparing(h -> h.scanId.toString());
    }

    static Model of(List<Happened> operations) {
        Intent intent = null;
        Integer rating = null;
        var tags = new TreeSet<String>();
        var encounters = new TreeMap<UUID, Meeting>();
        var notes = new TreeSet<String>();
        for (Happened happened : operations.stream().sorted(Happened.ORDER).toList()) {
            Said said = happened.said;
            intent = said.intent() == null ? intent : said.intent();
            rating = said.rating() == null ? rating : said.rating();
            said.removedTags().forEach(tags::remove);
            tags.addAll(said.tags());
            Meeting before = encounters.get(happened.event);
            encounters.put(
                    happened.event,
                    new Meeting(
                            before == null ? said.at() : before.metAt,
                            later(before == null ? null : before.session, said.session()),
                            later(before == null ? null : before.place, blankToNull(said.place())),
                            later(before == null ? null : before.topic, blankToNull(said.topic()))));
            if (blankToNull(said.note()) != null) {
                notes.add(happened.scanId + " " + said.note());
            }
        }
        return new Model(intent, rating, tags, encounters, notes);
    }

    private static <T> T later(T before, T now) {
        return now == null ? before : now;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
