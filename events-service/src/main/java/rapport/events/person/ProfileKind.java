package rapport.events.person;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a public profile is. Each kind knows its hosts and the one form in which its addresses are kept, so that the same
 * profile is the same text however it was copied. Nothing is ever fetched.
 */
enum ProfileKind {
    LINKEDIN("a LinkedIn profile such as https://www.linkedin.com/in/name") {
        @Override
        Optional<String> of(URI address) {
            return under("linkedin.com", address)
                    .flatMap(path -> match("/in/([^/]{3,100})/?.*", path))
                    .map(found ->
                            "https://www.linkedin.com/in/" + found.group(1).toLowerCase(Locale.ROOT));
        }
    },

    RESEARCHGATE("a ResearchGate profile such as https://www.researchgate.net/profile/Name") {
        @Override
        Optional<String> of(URI address) {
            return under("researchgate.net", address)
                    .flatMap(path -> match("/(profile|scientific-contributions)/([^/]{2,200})/?.*", path))
                    .map(found -> "https://www.researchgate.net/" + found.group(1) + "/" + found.group(2));
        }
    },

    X("a profile on X such as https://x.com/name") {
        @Override
        Optional<String> of(URI address) {
            return under("x.com", address)
                    .or(() -> under("twitter.com", address))
                    .flatMap(path -> match("/@?([A-Za-z0-9_]{1,15})/?", path))
                    .map(found -> "https://x.com/" + found.group(1).toLowerCase(Locale.ROOT));
        }

        @Override
        String expanded(String text) {
            return text.matches("@[A-Za-z0-9_]{1,15}") ? "https://x.com/" + text.substring(1) : super.expanded(text);
        }
    },

    MASTODON("a Mastodon account such as https://mastodon.social/@name or @name@mastodon.social") {
        @Override
        Optional<String> of(URI address) {
            if (KNOWN_OTHERS.contains(withoutWww(address.getHost()))) {
                return Optional.empty();
            }
            String path = address.getRawPath();
            return match("/@([A-Za-z0-9_]{1,60})@([A-Za-z0-9.-]{4,200})/?", path)
                    .map(found -> "https://" + found.group(2).toLowerCase(Locale.ROOT) + "/@"
                            + found.group(1).toLowerCase(Locale.ROOT))
                    .or(() -> match("/(?:@|users/)([A-Za-z0-9_]{1,60})/?", path)
                            .map(found -> "https://" + address.getHost() + "/@"
                                    + found.group(1).toLowerCase(Locale.ROOT)));
        }

        @Override
        String expanded(String text) {
            return match("@?([A-Za-z0-9_]{1,60})@([A-Za-z0-9.-]{4,200})", text)
                    .map(found -> "https://" + found.group(2) + "/@" + found.group(1))
                    .orElseGet(() -> super.expanded(text));
        }
    },

    BLUESKY("a Bluesky profile such as https://bsky.app/profile/name.bsky.social") {
        @Override
        Optional<String> of(URI address) {
            return under("bsky.app", address)
                    .flatMap(
                            path -> match("/profile/(did:(?:plc|web):[A-Za-z0-9.:-]{3,200}|" + HOST_NAME + ")/?", path))
                    .map(found -> "https://bsky.app/profile/" + found.group(1).toLowerCase(Locale.ROOT));
        }

        @Override
        String expanded(String text) {
            return text.matches("@" + HOST_NAME)
                    ? "https://bsky.app/profile/" + text.substring(1)
                    : super.expanded(text);
        }
    },

    PUBMED("a PubMed search or bibliography such as https://pubmed.ncbi.nlm.nih.gov/?term=Name") {
        @Override
        Optional<String> of(URI address) {
            String query = address.getRawQuery();
            if (address.getHost().equals("pubmed.ncbi.nlm.nih.gov") && query != null && query.contains("term=")) {
                return Optional.of("https://pubmed.ncbi.nlm.nih.gov/?" + query);
            }
            return under("ncbi.nlm.nih.gov", address)
                    .flatMap(path -> match("/(?:sites/)?(myncbi/[^?#]{1,300}?)/?", path))
                    .map(found -> "https://www.ncbi.nlm.nih.gov/" + found.group(1) + "/");
        }
    },

    SCHOLAR("a Google Scholar profile such as https://scholar.google.com/citations?user=AbCdEfGhIjKl") {
        @Override
        Optional<String> of(URI address) {
            boolean here = address.getHost().matches("scholar\\.google\\.[a-z]{2,3}(\\.[a-z]{2})?")
                    && "/citations".equals(address.getRawPath());
            return Optional.ofNullable(address.getRawQuery())
                    .filter(query -> here)
                    .flatMap(query -> match("(?:.*&)?user=([A-Za-z0-9_-]{12})(?:&.*)?", query))
                    .map(found -> "https://scholar.google.com/citations?user=" + found.group(1));
        }
    },

    WEBSITE("a web address such as https://example.org/name") {
        @Override
        Optional<String> of(URI address) {
            boolean plainPort = address.getPort() < 0
                    || address.getPort() == (address.getScheme().equals("http") ? 80 : 443);
            String path = address.getRawPath();
            return Optional.of(address.getScheme() + "://" + address.getHost()
                    + (plainPort ? "" : ":" + address.getPort())
                    + ("/".equals(path) && address.getRawQuery() == null ? "" : path)
                    + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery())
                    + (address.getRawFragment() == null ? "" : "#" + address.getRawFragment()));
        }
    };

    /** The longest address that is kept. */
    static final int MAX = 500;

    private static final String HOST_NAME = "[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}";
    private static final Set<String> KNOWN_OTHERS = Set.of(
            "x.com",
            "twitter.com",
            "linkedin.com",
            "bsky.app",
            "researchgate.net",
            "facebook.com",
            "instagram.com",
            "medium.com",
            "youtube.com",
            "tiktok.com",
            "threads.net",
            "threads.com");

    private final String meaning;

    ProfileKind(String meaning) {
        this.meaning = meaning;
    }

    /** What it has to be, for people: "a LinkedIn profile such as ...". */
    String meaning() {
        return meaning;
    }

    /** The canonical address; empty when the text is no profile of this kind. */
    Optional<String> canonical(String text) {
        if (text == null || text.length() > MAX) {
            return Optional.empty();
        }
        return address(expanded(text.strip())).flatMap(this::of).filter(found -> found.length() <= MAX);
    }

    /** @param address absolute, http or https, with a lower-case host, without user and password */
    abstract Optional<String> of(URI address);

    /** People leave the scheme away, or write the name they have there. */
    String expanded(String text) {
        return text.matches(HOST_NAME + "(?:[/?#].*)?") ? "https://" + text : text;
    }

    private static Optional<URI> address(String text) {
        try {
            URI uri = URI.create(URI.create(text.replace(" ", "%20")).toASCIIString());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https") || uri.getRawAuthority() == null) {
                return Optional.empty();
            }
            return host(uri).map(host -> rebuilt(uri, scheme, host));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** A name with a dot in it: addresses inside a network are nobody's profile. */
    private static Optional<String> host(URI uri) {
        return match("(" + HOST_NAME + ")(?::[0-9]{1,5})?", uri.getRawAuthority())
                .map(found -> IDN.toASCII(found.group(1)).toLowerCase(Locale.ROOT))
                .filter(host -> !host.matches("[0-9.]+"));
    }

    private static URI rebuilt(URI uri, String scheme, String host) {
        return URI.create(scheme + "://" + host
                + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + (uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
                + (uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment()));
    }

    /** The path of an address at this host or a part of it, such as {@code www.} or {@code de.}. */
    private static Optional<String> under(String domain, URI address) {
        String host = address.getHost();
        return host.equals(domain) || host.endsWith("." + domain)
                ? Optional.of(address.getRawPath())
                : Optional.empty();
    }

    private static String withoutWww(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static Optional<Matcher> match(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }
}
