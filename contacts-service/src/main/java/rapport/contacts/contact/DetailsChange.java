package rapport.contacts.contact;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.contacts.details.CareerStage;
import rapport.contacts.details.Channel;
import rapport.contacts.details.Language;
import rapport.contacts.details.LanguageTag;
import rapport.contacts.details.LinkKind;
import rapport.contacts.details.Phone;
import rapport.contacts.details.ZoneName;
import rapport.contacts.details.ZoneSource;
import rapport.contacts.merge.Details;
import rapport.contacts.merge.Field;
import rapport.contacts.merge.Several;
import rapport.kit.edit.Change;
import rapport.kit.identifier.EmailAddress;
import rapport.kit.identifier.MailAddress;
import rapport.kit.identifier.Orcid;
import rapport.kit.identifier.OrcidId;

/** What the owner writes into their own address book. A list replaces the list that was there. */
@Schema(description = "What is left out stays, null clears, a list replaces the list that was there.")
record DetailsChange(
        Change<@Pattern(regexp = SOMETHING) @Size(max = 200) String> displayName,
        Change<@Pattern(regexp = SOMETHING) @Size(max = 100) String> givenName,
        Change<@Pattern(regexp = SOMETHING) @Size(max = 100) String> familyName,
        Change<@Pattern(regexp = SOMETHING) @Size(max = 300) String> affiliation,
        Change<CareerStage> careerStage,
        Change<@Size(max = 50) List<@NotBlank @Size(max = 100) String>> roles,
        Change<@Size(max = 20) List<@NotNull @Valid MailEntry>> emails,
        Change<@Size(max = 20) List<@NotNull @Valid PhoneEntry>> phones,
        Change<@Valid Links> links,

        @Schema(examples = "0000-0002-1825-0097") Change<@OrcidId String> orcid,

        Change<@Size(max = 50) List<@NotBlank @Size(max = 100) String>> interests,

        @Schema(examples = "[\"de\", \"pt-BR\"]") Change<@Size(max = 20) List<@NotNull @LanguageTag String>> languages,

        @Schema(examples = "Europe/Vienna") Change<@ZoneName String> zone,

        @Schema(description = "What the owner wants of this contact. No patient data, please.")
        Change<@Pattern(regexp = SOMETHING) @Size(max = 1000) String> myGoal,

        Change<Channel> preferredChannel,

        @Pattern(regexp = "[A-Z]{2}")
        @Schema(
                nullable = true,
                description = "Where telephone numbers without country code are (ISO 3166-1).",
                examples = "AT")
        String phoneRegion) {
    /** An empty text does not clear, so it is refused where it would be no name. */
    private static final String SOMETHING = "(?s).*\\S.*";

    /** An address that the owner uses for this contact. */
    @Schema(name = "ContactAddress")
    record MailEntry(
            @NotNull @MailAddress @Schema(examples = "ines.lopez@clinic.example")
            String address,

            @Size(max = 50) @Schema(nullable = true, examples = "work")
            String label) {}

    /** A telephone number as it was typed. */
    @Schema(name = "ContactNumber")
    record PhoneEntry(
            @NotBlank @Size(max = 100) @Schema(examples = "+43 1 40400 0")
            String number,

            @Size(max = 50) @Schema(nullable = true, examples = "ward")
            String label) {}

    /** Where the person is found online, by kind; null removes. */
    @Schema(name = "ContactLinks")
    record Links(
            Change<@Size(max = 500) @Pattern(regexp = LinkKind.WEB) String> linkedin,
            Change<@Size(max = 500) @Pattern(regexp = LinkKind.WEB) String> researchgate,
            Change<@Size(max = 500) @Pattern(regexp = LinkKind.WEB) String> x,
            Change<@Size(max = 500) @Pattern(regexp = LinkKind.WEB) String> mastodon,
            Change<@Size(max = 500) @Pattern(regexp = LinkKind.WEB) String> bluesky,
            Change<@Size(max = 500) @Pattern(regexp = LinkKind.WEB) String> pubmed,
            Change<@Size(max = 500) @Pattern(regexp = LinkKind.WEB) String> website) {

        private Map<LinkKind, Change<String>> byKind() {
            var links = new LinkedHashMap<LinkKind, Change<String>>();
            links.put(LinkKind.LINKEDIN, linkedin);
            links.put(LinkKind.RESEARCHGATE, researchgate);
            links.put(LinkKind.X, x);
            links.put(LinkKind.MASTODON, mastodon);
            links.put(LinkKind.BLUESKY, bluesky);
            links.put(LinkKind.PUBMED, pubmed);
            links.put(LinkKind.WEBSITE, website);
            return links;
        }
    }

    /** What of this is news to somebody who knows the details before. */
    Details.Edit edit(Details before) {
        var edit = new Details.Edit(before);
        displayName.ifPresent(text -> edit.set(Field.DISPLAY_NAME, stripped(text)));
        givenName.ifPresent(text -> edit.set(Field.GIVEN_NAME, stripped(text)));
        familyName.ifPresent(text -> edit.set(Field.FAMILY_NAME, stripped(text)));
        affiliation.ifPresent(text -> edit.set(Field.AFFILIATION, stripped(text)));
        careerStage.ifPresent(stage -> edit.set(Field.CAREER_STAGE, stage == null ? null : stage.name()));
        orcid.ifPresent(id ->
                edit.set(Field.ORCID, id == null ? null : Orcid.canonical(id).orElseThrow()));
        zone.ifPresent(name ->
                edit.set(Field.ZONE, name).set(Field.ZONE_SOURCE, name == null ? null : ZoneSource.TYPED.name()));
        myGoal.ifPresent(text -> edit.set(Field.MY_GOAL, stripped(text)));
        preferredChannel.ifPresent(
                channel -> edit.set(Field.PREFERRED_CHANNEL, channel == null ? null : channel.name()));
        roles.ifPresent(texts -> edit.replace(Several.ROLES, plain(texts)));
        interests.ifPresent(texts -> edit.replace(Several.INTERESTS, plain(texts)));
        languages.ifPresent(tags -> edit.replace(
                Several.LANGUAGES,
                plain(
                        tags == null
                                ? null
                                : tags.stream()
                                        .map(tag -> Language.canonical(tag).orElseThrow())
                                        .toList())));
        emails.ifPresent(addresses -> edit.replace(Several.EMAILS, labelled(addresses)));
        phones.ifPresent(numbers -> edit.replace(Several.PHONES, numbered(numbers)));
        links.ifPresent(some -> link(edit, before, some));
        return edit;
    }

    private static void link(Details.Edit edit, Details before, Links links) {
        if (links == null) {
            edit.replace(Several.LINKS, Map.of());
            return;
        }
        links.byKind()
                .forEach((kind, change) -> change.ifPresent(address -> {
                    if (address == null) {
                        edit.remove(Several.LINKS, kind.key());
                    } else {
                        edit.add(Several.LINKS, kind.key(), address);
                    }
                }));
    }

    private static String stripped(String text) {
        return text == null ? null : text.strip();
    }

    private static Map<String, String> plain(List<String> texts) {
        var entries = new LinkedHashMap<String, String>();
        if (texts != null) {
            texts.forEach(text -> entries.put(text.strip(), ""));
        }
        return entries;
    }

    private static Map<String, String> labelled(List<MailEntry> addresses) {
        var entries = new LinkedHashMap<String, String>();
        if (addresses != null) {
            addresses.forEach(
                    a -> entries.put(EmailAddress.normalized(a.address).orElseThrow(), label(a.label)));
        }
        return entries;
    }

    private Map<String, String> numbered(List<PhoneEntry> numbers) {
        var entries = new LinkedHashMap<String, String>();
        if (numbers != null) {
            numbers.forEach(n -> entries.put(Phone.of(n.number, phoneRegion).text(), label(n.label)));
        }
        return entries;
    }

    private static String label(String label) {
        return label == null ? "" : label.strip();
    }
}
