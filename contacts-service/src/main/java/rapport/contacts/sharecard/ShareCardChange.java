package rapport.contacts.sharecard;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import rapport.contacts.details.LanguageTag;
import rapport.kit.edit.Change;
import rapport.kit.identifier.MailAddress;

/** A merge patch of a share card. */
record ShareCardChange(
        Change<@NotNull CardKind> kind,
        Change<@NotBlank @Size(max = 80) String> name,
        Change<@NotNull @Size(max = 11) Set<@NotNull CardField>> fields,
        Change<@Size(max = 20) List<@NotBlank @Size(max = 80) String>> interests,
        Change<@Size(max = 20) List<@NotNull @LanguageTag String>> languages,
        Change<@Size(max = 254) @MailAddress String> email) {

    NewShareCard of(ShareCard card) {
        return new NewShareCard(
                kind.or(card.kind()),
                name.or(card.name()),
                fields.or(card.fields()),
                interests.or(card.interests()),
                languages.or(card.languages()),
                email.or(card.email()));
    }
}
