package rapport.contacts.details;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text in the form in which it is looked for: lower case, Latin letters without marks, Greek and Cyrillic transliterated;
 * scripts without an obvious Latin spelling stay as they are. So "Łukasz Müller" and "Lukasz Muller" are the same words.
 */
public final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<Character, String> LATIN =
            table("ł l ø o đ d ß ss æ ae œ oe þ th ð d ı i ŋ n ħ h ŧ t ſ s ʻ - ʼ - ’ - ' -"
                    + " α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o"
                    + " а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh"
                    + " щ shch ъ - ы y ь - э e ю yu я ya є ye і i ґ g ђ dj ј j љ lj њ nj ћ c џ dz");
    private static final Map<String, String> SPELT_OUT =
            Map.of("ä", "ae", "ö", "oe", "ü", "ue", "ø", "oe", "å", "aa", "ё", "yo", "й", "y", "ї", "yi");

    private Words() {}

    private static Map<Character, String> table(String pairs) {
        var table = new HashMap<Character, String>();
        String[] parts = pairs.split(" ");
        for (int i = 0; i < parts.length; i += 2) {
            table.put(parts[i].charAt(0), parts[i + 1].equals("-") ? "" : parts[i + 1]);
        }
        return table;
    }

    /** The words of a text in their plain spelling, separated by single blanks; empty when there are none. */
    public static String plain(String text) {
        if (text == null) {
            return "";
        }
        String bare = MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
                .replaceAll("");
        bare = bare.replace("ου", "ou");
        var latin = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            String spelling = LATIN.get(c);
            if (spelling == null) {
                latin.append(c);
            } else {
                latin.append(spelling);
            }
        }
        return NO_WORD.matcher(latin).replaceAll(" ").strip();
    }

    /**
     * Everything by which the texts can be found: each in its plain spelling and, where that differs, with umlauts and the like
     * spelt out. Null when there is nothing.
     */
    public static String findable(List<String> texts) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            if (text == null) {
                continue;
            }
            words.add(plain(text));
            String spelt = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
            for (var letter : SPELT_OUT.entrySet()) {
                spelt = spelt.replace(letter.getKey(), letter.getValue());
            }
            words.add(plain(spelt));
        }
        words.remove("");
        return words.isEmpty() ? null : String.join(" ", words);
    }
}
