package rapport.contacts.details;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a person can be found online. */
public enum LinkKind {
    LINKEDIN,
    RESEARCHGATE,
    X,
    MASTODON,
    BLUESKY,
    PUBMED,
    WEBSITE;

    /** What is accepted as a link: nothing that a browser would run. */
    public static final String WEB = "https?://[!-~]+";

    private static final Pattern WEB_LINK = Pattern.compile(WEB);
    private static final Pattern LINKEDIN_PROFILE =
            Pattern.compile("(?i)(?:https?://)?(?:[a-z]{2,3}\\.)?linkedin\\.com/in/([^/?#\\s]+).*");

    /** The key under which it is kept and shown. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What kind of link an address is, by its host; websites are what no other kind claims. Empty when it is no web link. */
    public static Optional<LinkKind> of(String address) {
        if (address == null
                || address.length() > 500
                || !WEB_LINK.matcher(address).matches()) {
            return Optional.empty();
        }
        String host;
        try {
            host = URI.create(address).getHost();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        if (host == null) {
            return Optional.empty();
        }
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        return Optional.of(
                switch (name) {
                    case "x.com", "twitter.com", "mobile.twitter.com" -> X;
                    case "bsky.app" -> BLUESKY;
                    case "pubmed.ncbi.nlm.nih.gov" -> PUBMED;
                    case "mastodon.social", "mstdn.science", "med-mastodon.com", "fediscience.org" -> MASTODON;
                    default ->
                        name.equals("linkedin.com") || name.endsWith(".linkedin.com")
                                ? LINKEDIN
                                : name.equals("researchgate.net") || name.endsWith(".researchgate.net")
                                        ? RESEARCHGATE
                                        : WEBSITE;
                });
    }

    /** The part of a LinkedIn profile's address that identifies the person, in lower case; empty when there is none. */
    public static Optional<String> linkedInSlug(String address) {
        Matcher profile = LINKEDIN_PROFILE.matcher(address == null ? "" : address);
        if (!profile.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    URLDecoder.decode(profile.group(1), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException malformedEscape) {
            return Optional.of(profile.group(1).toLowerCase(Locale.ROOT));
        }
    }
}
