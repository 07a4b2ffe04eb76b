package rapport.events.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Public profiles. Only web addresses: {@code javascript:} and {@code data:} never come this far. */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = "{\"linkedin\": \"https://www.linkedin.com/in/ines-lopez\"}")
public record Links(
        @Size(max = 500) @Pattern(regexp = Links.WEB) @Schema(nullable = true)
        String linkedin,

        @Size(max = 500) @Pattern(regexp = Links.WEB) @Schema(nullable = true)
        String researchgate,

        @Size(max = 500) @Pattern(regexp = Links.WEB) @Schema(nullable = true)
        String x,

        @Size(max = 500) @Pattern(regexp = Links.WEB) @Schema(nullable = true)
        String website) {
    public static final String WEB = "https?://[!-~]+";
    public static final Links NONE = new Links(null, null, null, null);

    /** These links, completed by the other ones. */
    public Links or(Links other) {
        return new Links(
                Known.first(linkedin, other.linkedin),
                Known.first(researchgate, other.researchgate),
                Known.first(x, other.x),
                Known.first(website, other.website));
    }
}
