package rapport.followup.window;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In whose zone quiet hours are kept. What the recipient said wins. If nobody knows where the recipient is, the working
 * hours of the event's place and of the sender's place must both be open; knowing less than that, nothing is sent.
 */
public final class RecipientZones {

    private static final Set<String> NAMES = ZoneId.getAvailableZoneIds();

    private RecipientZones() {}

    /** The zones that all have to be open, none when that cannot be decided. Unknown names count as unknown zones. */
    public static List<ZoneId> of(String boundary, String person, String event, String owner) {
        if (known(boundary)) {
            return List.of(ZoneId.of(boundary));
        }
        if (known(person)) {
            return List.of(ZoneId.of(person));
        }
        if (known(event) && known(owner)) {
            return Stream.of(event, owner).distinct().map(ZoneId::of).toList();
        }
        return List.of();
    }

    private static boolean known(String name) {
        return name != null && NAMES.contains(name);
    }
}
