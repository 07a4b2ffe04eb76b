package rapport.events.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileKindTest {

    @ParameterizedTest
    @CsvSource({
        "LINKEDIN,     https://www.linkedin.com/in/Ines-Lopez/?trk=x,            https://www.linkedin.com/in/ines-lopez",
        "LINKEDIN,     de.linkedin.com/in/ines-lopez,                            https://www.linkedin.com/in/ines-lopez",
        "LINKEDIN,     http://linkedin.com/in/in%C3%A9s,                         https://www.linkedin.com/in/in%c3%a9s",
        "RESEARCHGATE, https://researchgate.net/profile/Ines-Lopez-3?ev=hdr,     https://www.researchgate.net/profile/Ines-Lopez-3",
        "RESEARCHGATE, https://www.researchgate.net/scientific-contributions/I-Lopez-1, https://www.researchgate.net/scientific-contributions/I-Lopez-1",
        "X,            https://twitter.com/InesLopez,                            https://x.com/ineslopez",
        "X,            https://mobile.x.com/@InesLopez/,                         https://x.com/ineslopez",
        "X,            @InesLopez,                                               https://x.com/ineslopez",
        "MASTODON,     https://Med-Mastodon.com/@Ines,                           https://med-mastodon.com/@ines",
        "MASTODON,     https://mastodon.social/users/ines,                       https://mastodon.social/@ines",
        "MASTODON,     https://mastodon.social/@ines@med-mastodon.com,           https://med-mastodon.com/@ines",
        "MASTODON,     @ines@med-mastodon.com,                                   https://med-mastodon.com/@ines",
        "BLUESKY,      https://bsky.app/profile/Ines.bsky.social,                https://bsky.app/profile/ines.bsky.social",
        "BLUESKY,      @ines.example.org,                                        https://bsky.app/profile/ines.example.org",
        "BLUESKY,      https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur, https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur",
        "PUBMED,       https://pubmed.ncbi.nlm.nih.gov/?term=Lopez+I%5BAuthor%5D, https://pubmed.ncbi.nlm.nih.gov/?term=Lopez+I%5BAuthor%5D",
        "PUBMED,       https://www.ncbi.nlm.nih.gov/myncbi/ines.lopez.1/bibliography/public, https://www.ncbi.nlm.nih.gov/myncbi/ines.lopez.1/bibliography/public/",
        "SCHOLAR,      https://scholar.google.at/citations?hl=de&user=AbCdEfGhIj-K, https://scholar.google.com/citations?user=AbCdEfGhIj-K",
        "WEBSITE,      HTTPS://Example.ORG:443/,                                 https://example.org",
        "WEBSITE,      example.org/ines?a=1#top,                                 https://example.org/ines?a=1#top",
        "WEBSITE,      http://example.org:8080/x,                                http://example.org:8080/x"
    })
    void theSameProfileIsTheSameTextHoweverItWasCopied(ProfileKind kind, String text, String canonical) {
        assertThat(kind.canonical(text)).contains(canonical);
        assertThat(kind.canonical(canonical)).contains(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "LINKEDIN,     https://www.linkedin.com/company/clinic",
        "LINKEDIN,     https://linkedin.com.evil.example/in/ines",
        "LINKEDIN,     https://evil.example/in/ines",
        "LINKEDIN,     https://linkedin.com@evil.example/in/ines",
        "RESEARCHGATE, https://www.researchgate.net/publication/1",
        "X,            https://x.com/ines/status/1",
        "X,            https://xx.com/ines",
        "MASTODON,     https://x.com/@ines",
        "MASTODON,     https://med-mastodon.com/about",
        "BLUESKY,      https://bsky.social/ines",
        "PUBMED,       https://pubmed.ncbi.nlm.nih.gov/12345678/",
        "PUBMED,       https://pubmed.example/?term=Lopez",
        "SCHOLAR,      https://scholar.google.com/scholar?q=lopez",
        "SCHOLAR,      https://scholar.google.evil.example/citations?user=AbCdEfGhIj-K",
        "WEBSITE,      javascript:alert(1)",
        "WEBSITE,      'data:text/html,x'",
        "WEBSITE,      ftp://example.org/x",
        "WEBSITE,      https://user:secret@example.org/",
        "WEBSITE,      https://localhost/x",
        "WEBSITE,      https://127.0.0.1/x",
        "WEBSITE,      https://",
        "WEBSITE,      just words"
    })
    void whatIsNoProfileOfTheKindIsRefused(ProfileKind kind, String text) {
        assertThat(kind.canonical(text)).isEmpty();
    }
}
