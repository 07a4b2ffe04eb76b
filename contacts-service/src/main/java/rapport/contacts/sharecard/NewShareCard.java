package rapport.contacts.sharecard;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.contacts.details.LanguageTag;
import rapport.kit.identifier.MailAddress;

/** A card to be made. */
record NewShareCard(
        @NotNull @Schema(examples = "RESEARCH") CardKind kind,

        @NotBlank @Size(max = 80) @Schema(examples = "Sepsis research")
        String name,

        @NotNull @Size(max = 11) @Schema(description = "What it shows besides the name.")
        Set<@NotNull CardField> fields,

        @Size(max = 20) @Schema(nullable = true) List<@NotBlank @Size(max = 80) String> interests,

        @Size(max = 20) @Schema(nullable = true, description = "BCP 47.")
        List<@NotNull @LanguageTag String> languages,

        @Size(max = 254)
        @MailAddress
        @Schema(nullable = true, description = "One of the caller's verified addresses; absent shows none.")
        String email) {}
