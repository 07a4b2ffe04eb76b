package rapport.events.webinar;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Finds participants among the registrations of an event, from the certain to the likely: registrant id, address, another
 * address of the person, ORCID, and a name only where one registration has it and nothing contradicts.
 */
final class Ladder {
    private final Map<String, UUID> byExternalId = new HashMap<>();
    private final Map<String, UUID> byEmail = new HashMap<>();
    private final Map<String, UUID> byAlias = new HashMap<>();
    private final Map<String, UUID> byOrcid = new HashMap<>();
    private final Map<String, Set<UUID>> byName = new HashMap<>();

    Ladder(Collection<Registrant> registrants) {
        for (Registrant registrant : registrants) {
            put(byExternalId, registrant.externalId(), registrant.id());
            put(byEmail, registrant.email(), registrant.id());
            registrant.aliases().forEach(alias -> put(byAlias, alias, registrant.id()));
            put(byOrcid, registrant.orcid(), registrant.id());
            for (String name : registrant.names()) {
                String normal = PersonName.normal(name);
                if (normal != null) {
                    byName.computeIfAbsent(normal, any -> new HashSet<>()).add(registrant.id());
                }
            }
        }
    }

    Found find(Who who) {
        if (byExternalId.containsKey(who.externalId())) {
            return new Found(Match.EXTERNAL_ID, byExternalId.get(who.externalId()), null);
        }
        if (byEmail.containsKey(who.email())) {
            return new Found(Match.EMAIL, byEmail.get(who.email()), null);
        }
        if (byAlias.containsKey(who.email())) {
            return new Found(Match.ALIAS, byAlias.get(who.email()), null);
        }
        if (byOrcid.containsKey(who.orcid())) {
            return new Found(Match.ORCID, byOrcid.get(who.orcid()), null);
        }
        return byName(who);
    }

    private Found byName(Who who) {
        Set<UUID> named = new HashSet<>();
        for (String name : new String[] {who.name(), who.otherName()}) {
            named.addAll(byName.getOrDefault(PersonName.normal(name), Set.of()));
        }
        return switch (named.size()) {
            case 0 -> Found.NOBODY;
            case 1 -> new Found(Match.NAME, named.iterator().next(), null);
            default -> new Found(Match.UNMATCHED, null, "ambiguous-name");
        };
    }

    private static void put(Map<String, UUID> map, String key, UUID id) {
        if (key != null) {
            map.put(key, id);
        }
    }
}
