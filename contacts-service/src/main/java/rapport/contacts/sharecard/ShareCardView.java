package rapport.contacts.sharecard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A share card, as the person sees it whose card it is. */
@Schema(name = "ShareCard")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShareCardView(
        @Schema(required = true, examples = "019aa0f6-3e11-7d3e-9a52-3f6c0a2b9f21")
        UUID id,

        @Schema(required = true, description = "The ETag is made from it.", examples = "1")
        long version,

        @Schema(required = true) CardKind kind,

        @Schema(required = true, examples = "Sepsis research")
        String name,

        @Schema(required = true) Set<CardField> fields,
        @Schema(required = true) List<String> interests,
        @Schema(required = true) List<String> languages,

        @Schema(nullable = true, examples = "maya@students.example")
        String email,

        @Schema(required = true, description = "Shown wherever no other card was chosen.")
        boolean shownByDefault,

        @Schema(required = true, description = "The events for which it was chosen.")
        List<UUID> shownAt) {

    static ShareCardView of(ShareCard card, ShownCards.Use use) {
        return new ShareCardView(
                card.id(),
                card.version(),
                card.kind(),
                card.name(),
                card.fields(),
                card.interests(),
                card.languages(),
                card.email(),
                use.byDefault(),
                use.events());
    }
}
