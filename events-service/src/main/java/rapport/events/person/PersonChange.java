package rapport.events.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rapport.kit.edit.Change;
import rapport.kit.identifier.Orcid;
import rapport.kit.identifier.OrcidId;

@Schema(examples = "{\"affiliation\": \"Karolinska Institutet\", \"careerStage\": null}")
record PersonChange(
        Change<@NotBlank @Size(max = 200) String> displayName,
        Change<@Size(max = 100) String> givenName,
        Change<@Size(max = 100) String> familyName,
        Change<@Size(max = 300) String> affiliation,
        Change<CareerStage> careerStage,
        Change<@OrcidId String> orcid,
        Change<@ZoneName String> zone,
        Change<@LanguageTag String> locale,
        Change<@Valid Links> links) {

    PersonDetails appliedTo(PersonDetails known) {
        return new PersonDetails(
                displayName.or(known.displayName()),
                givenName.or(known.givenName()),
                familyName.or(known.familyName()),
                affiliation.or(known.affiliation()),
                careerStage.or(known.careerStage()),
                orcid.map(text -> Orcid.canonical(text).orElseThrow()).or(known.orcid()),
                zone.or(known.zone()),
                locale.map(text -> Languages.canonical(text).orElseThrow()).or(known.locale()),
                links.or(known.links()));
    }

    /** What it speaks about. */
    Set<OwnWord> words() {
        var words = EnumSet.noneOf(OwnWord.class);
        note(words, OwnWord.DISPLAY_NAME, displayName);
        note(words, OwnWord.GIVEN_NAME, givenName);
        note(words, OwnWord.FAMILY_NAME, familyName);
        note(words, OwnWord.AFFILIATION, affiliation);
        note(words, OwnWord.CAREER_STAGE, careerStage);
        note(words, OwnWord.ORCID, orcid);
        note(words, OwnWord.ZONE, zone);
        note(words, OwnWord.LOCALE, locale);
        note(words, OwnWord.LINKS, links);
        return words;
    }

    private static void note(Set<OwnWord> words, OwnWord word, Change<?> change) {
        if (change.isPresent()) {
            words.add(word);
        }
    }
}
