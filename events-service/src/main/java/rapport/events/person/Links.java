package rapport.events.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Public profiles, each in the canonical form of its kind. What is no profile of its kind stays as it was written, for the
 * validation that refuses it: {@code javascript:}, {@code data:} and foreign hosts never come further.
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        examples =
                "{\"linkedin\": \"https://www.linkedin.com/in/ines-lopez\", \"mastodon\": \"https://med-mastodon.com/@ines\"}")
public record Links(
        @Size(max = 500) @Profile(ProfileKind.LINKEDIN) @Schema(nullable = true)
        String linkedin,

        @Size(max = 500) @Profile(ProfileKind.RESEARCHGATE) @Schema(nullable = true)
        String researchgate,

        @Size(max = 500) @Profile(ProfileKind.X) @Schema(nullable = true)
        String x,

        @Size(max = 500) @Profile(ProfileKind.MASTODON) @Schema(nullable = true)
        String mastodon,

        @Size(max = 500) @Profile(ProfileKind.BLUESKY) @Schema(nullable = true)
        String bluesky,

        @Size(max = 500) @Profile(ProfileKind.PUBMED) @Schema(nullable = true)
        String pubmed,

        @Size(max = 500) @Profile(ProfileKind.SCHOLAR) @Schema(nullable = true)
        String scholar,

        @Size(max = 500) @Profile(ProfileKind.WEBSITE) @Schema(nullable = true)
        String website) {
    public static final String WEB = "https?://[!-~]+";
    public static final Links NONE = new Links(null, null, null, null, null, null, null, null);

    public Links {
        linkedin = canonical(ProfileKind.LINKEDIN, linkedin);
        researchgate = canonical(ProfileKind.RESEARCHGATE, researchgate);
        x = canonical(ProfileKind.X, x);
        mastodon = canonical(ProfileKind.MASTODON, mastodon);
        bluesky = canonical(ProfileKind.BLUESKY, bluesky);
        pubmed = canonical(ProfileKind.PUBMED, pubmed);
        scholar = canonical(ProfileKind.SCHOLAR, scholar);
        website = canonical(ProfileKind.WEBSITE, website);
    }

    /** The profiles that our own lists carry. */
    public static Links listed(String linkedin, String researchgate, String x, String website) {
        return new Links(linkedin, researchgate, x, null, null, null, null, website);
    }

    /** These links, completed by the other ones. */
    public Links or(Links other) {
        return new Links(
                Known.first(linkedin, other.linkedin),
                Known.first(researchgate, other.researchgate),
                Known.first(x, other.x),
                Known.first(mastodon, other.mastodon),
                Known.first(bluesky, other.bluesky),
                Known.first(pubmed, other.pubmed),
                Known.first(scholar, other.scholar),
                Known.first(website, other.website));
    }

    private static String canonical(ProfileKind kind, String text) {
        return kind.canonical(text).orElse(text);
    }
}
