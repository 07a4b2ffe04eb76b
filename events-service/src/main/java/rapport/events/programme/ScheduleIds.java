package rapport.events.programme;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The identifiers that a schedule file has: a guid, which is the external id when it is one and else our own id, so that the
 * import knows it again; and a number, unique in the file, which is the one the first file had as far as there was one.
 */
final class ScheduleIds {
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{3,16}");

    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final Map<UUID, String> slugs = new HashMap<>();

    ScheduleIds(String acronym, List<ExportedProgramme.Session> sessions) {
        Set<Integer> used = new HashSet<>();
        Set<String> usedSlugs = new HashSet<>();
        for (var session : sessions) {
            String told = RawTalk.first(session.said().number(), session.externalId());
            if (isNumber(told) && used.add(Integer.valueOf(told))) {
                numbers.put(session.id(), Integer.valueOf(told));
            }
            String slug = session.said().slug();
            if (slug != null && usedSlugs.add(slug)) {
                slugs.put(session.id(), slug);
            }
        }
        int next = 1;
        for (var session : sessions) {
            if (!numbers.containsKey(session.id())) {
                while (!used.add(next)) {
                    next++;
                }
                numbers.put(session.id(), next);
            }
            slugs.putIfAbsent(session.id(), acronym + "-" + numbers.get(session.id()) + "-" + session.id());
        }
    }

    int number(ExportedProgramme.Session session) {
        return numbers.get(session.id());
    }

    String slug(ExportedProgramme.Session session) {
        return slugs.get(session.id());
    }

    static String guid(ExportedProgramme.Session session) {
        return isGuid(session.externalId())
                ? session.externalId()
                : session.id().toString();
    }

    /** A person as files refer to people: by what the file identified them with, else by our id. */
    static RawTalk.Person person(ExportedProgramme.Person person) {
        String key = person.externalId();
        if (isNumber(key)) {
            return new RawTalk.Person(null, key, null, person.name(), person.bio());
        }
        if (key != null && CODE.matcher(key).matches()) {
            return new RawTalk.Person(null, null, key, person.name(), person.bio());
        }
        boolean byName = key != null && key.equals(person.name());
        String guid = byName ? null : isGuid(key) ? key : person.id().toString();
        return new RawTalk.Person(guid, null, null, person.name(), person.bio());
    }

    private static boolean isGuid(String text) {
        return text != null && GUID.matcher(text).matches();
    }

    private static boolean isNumber(String text) {
        return text != null && NUMBER.matcher(text).matches();
    }
}
