package rapport.events.session;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rapport.kit.identifier.EmailAddress;

/** The speakers of an event by what files call them: external id, our id, address, and the name that only one has. */
final class SpeakerIndex {
    private final Map<String, UUID> byKey = new HashMap<>();
    private final Map<String, UUID> byName = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    /** @param email normalised; null when it is not known */
    record Named(UUID id, String externalId, String email, String name) {}

    SpeakerIndex(List<Named> speakers) {
        for (Named speaker : speakers) {
            byKey.put("id:" + speaker.id(), speaker.id());
            byKey.put("external:" + speaker.externalId(), speaker.id());
            byKey.put("email:" + speaker.email(), speaker.id());
            if (byName.put(name(speaker.name()), speaker.id()) != null) {
                ambiguous.add(name(speaker.name()));
            }
        }
        byKey.remove("external:null");
        byKey.remove("email:null");
    }

    /** Empty when nobody, or more than one, is meant. */
    Optional<UUID> find(String reference) {
        UUID external = byKey.get("external:" + reference);
        if (external != null) {
            return Optional.of(external);
        }
        Optional<UUID> other = Optional.ofNullable(byKey.get("id:" + reference))
                .or(() -> EmailAddress.normalized(reference).map(address -> byKey.get("email:" + address)));
        return other.isPresent() || ambiguous.contains(name(reference))
                ? other
                : Optional.ofNullable(byName.get(name(reference)));
    }

    private static String name(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
    }
}
