package rapport.contacts.details;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import rapport.kit.identifier.Orcid;

/**
 * What two records of one person have in common. Records with no key in common are never compared, so that looking for
 * duplicates costs as much as there are records and not pairs of them.
 */
public final class IdentityKeys {
    public static final String ORCID = "o:";
    public static final String EMAIL = "e:";
    /** An address of an office rather than of a person. */
    public static final String OFFICE = "f:";

    public static final String LINKEDIN = "l:";
    public static final String PHONE = "p:";
    public static final String PHONE_AND_NAME = "q:";
    /** The words of the name in the order of the alphabet: the order in which they were written does not matter. */
    public static final String NAME = "n:";
    /** Family name and first letter of the given name, both ways round. */
    public static final String INITIAL = "i:";

    public static final String AFFILIATION = "a:";

    private static final Set<String> TITLES = Set.of(
            "dr",
            "prof",
            "professor",
            "med",
            "phd",
            "md",
            "msc",
            "bsc",
            "priv",
            "doz",
            "pd",
            "mr",
            "mrs",
            "ms",
            "herr",
            "frau",
            "univ",
            "dipl",
            "mba",
            "mph",
            "do",
            "facc",
            "fesc");
    private static final Set<String> OFFICES = Set.of(
            "info",
            "office",
            "contact",
            "kontakt",
            "sekretariat",
            "secretary",
            "admin",
            "reception",
            "mail",
            "praxis",
            "team");

    private final Set<String> keys = new TreeSet<>();
    private final Set<String> names = new LinkedHashSet<>();

    public IdentityKeys name(String name) {
        if (name == null) {
            return this;
        }
        String spellings = Words.findable(List.of(name));
        if (spellings == null) {
            return this;
        }
        String plain = Words.plain(name);
        spelling(plain);
        if (spellings.length() > plain.length()) {
            spelling(spellings.substring(plain.length() + 1));
        }
        return this;
    }

    private void spelling(String plain) {
        List<String> words = Arrays.stream(plain.split(" "))
                .filter(word -> !TITLES.contains(word))
                .toList();
        if (words.size() < 2) {
            return;
        }
        String sorted = String.join(" ", new TreeSet<>(words));
        names.add(sorted);
        keys.add(NAME + sorted);
        initial(words.getLast(), words.getFirst());
        initial(words.getFirst(), words.getLast());
    }

    private void initial(String family, String given) {
        if (family.codePointCount(0, family.length()) > 1) {
            keys.add(INITIAL + family + ' ' + Character.toString(given.codePointAt(0)));
        }
    }

    public IdentityKeys orcid(String text) {
        Orcid.canonical(text).ifPresent(orcid -> keys.add(ORCID + orcid));
        return this;
    }

    public IdentityKeys linkedIn(String address) {
        LinkKind.linkedInSlug(address).ifPresent(slug -> keys.add(LINKEDIN + slug));
        return this;
    }

    public IdentityKeys affiliation(String text) {
        String plain = Words.plain(text);
        if (!plain.isEmpty()) {
            keys.add(AFFILIATION + plain);
        }
        return this;
    }

    public IdentityKeys emails(Collection<String> addresses) {
        for (String address : addresses) {
            String mailbox = address.substring(0, address.indexOf('@'));
            keys.add((OFFICES.contains(mailbox) ? OFFICE : EMAIL) + address);
        }
        return this;
    }

    /** After the names: a number belongs to a ward as often as to a person, and says more together with a name. */
    public IdentityKeys phones(Collection<String> numbers) {
        numbers.stream().filter(number -> Phone.kept(number).dialable()).forEach(number -> {
            keys.add(PHONE + number);
            names.forEach(name -> keys.add(PHONE_AND_NAME + number + ' ' + name));
        });
        return this;
    }

    /** Sorted; null when there are none. */
    public String[] toArray() {
        return keys.isEmpty() ? null : keys.toArray(String[]::new);
    }
}
