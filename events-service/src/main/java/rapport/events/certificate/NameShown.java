package rapport.events.certificate;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much of the holder's name somebody learns who verifies a certificate. The document itself always has all of it. */
enum NameShown {
    INITIALS,
    FULL;

    String of(String name) {
        return this == FULL
                ? name
                : Stream.of(name.strip().split("[\\s\\u00A0-]+"))
                        .filter(part -> !part.isEmpty())
                        .map(part -> Character.toString(part.codePointAt(0)) + '.')
                        .collect(Collectors.joining(" "));
    }
}
