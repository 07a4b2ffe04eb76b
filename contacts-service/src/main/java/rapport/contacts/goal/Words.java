package rapport.contacts.goal;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Topics and languages in the one spelling in which they are compared. */
public final class Words {
    private Words() {}

    /** NFC, lower case, without spaces around and repetitions, in order; null gives none. */
    public static List<String> of(Collection<String> words) {
        return words == null
                ? List.of()
                : words.stream()
                        .map(word -> Normalizer.normalize(word.strip(), Normalizer.Form.NFC)
                                .toLowerCase(Locale.ROOT))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .sorted()
                        .toList();
    }
}
