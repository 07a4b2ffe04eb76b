package rapport.events.person;

import java.util.Set;

/** What somebody tells about a person. Null where nothing is told. */
public record PersonDetails(
        String displayName,
        String givenName,
        String familyName,
        String affiliation,
        CareerStage careerStage,
        String orcid,
        String zone,
        String locale,
        Links links) {

    public PersonDetails {
        links = links == null ? Links.NONE : links;
    }

    public static PersonDetails named(String displayName) {
        return new PersonDetails(displayName, null, null, null, null, null, null, null, Links.NONE);
    }

    /** These details, but the other ones in what is in {@code words}, also where they say nothing. */
    PersonDetails keeping(Set<OwnWord> words, PersonDetails own) {
        return new PersonDetails(
                words.contains(OwnWord.DISPLAY_NAME) ? own.displayName : displayName,
                words.contains(OwnWord.GIVEN_NAME) ? own.givenName : givenName,
                words.contains(OwnWord.FAMILY_NAME) ? own.familyName : familyName,
                words.contains(OwnWord.AFFILIATION) ? own.affiliation : affiliation,
                words.contains(OwnWord.CAREER_STAGE) ? own.careerStage : careerStage,
                words.contains(OwnWord.ORCID) ? own.orcid : orcid,
                words.contains(OwnWord.ZONE) ? own.zone : zone,
                words.contains(OwnWord.LOCALE) ? own.locale : locale,
                words.contains(OwnWord.LINKS) ? own.links : links);
    }

    /** These details, completed by the other ones. */
    public PersonDetails or(PersonDetails other) {
        return new PersonDetails(
                Known.first(displayName, other.displayName),
                Known.first(givenName, other.givenName),
                Known.first(familyName, other.familyName),
                Known.first(affiliation, other.affiliation),
                Known.first(careerStage, other.careerStage),
                Known.first(orcid, other.orcid),
                Known.first(zone, other.zone),
                Known.first(locale, other.locale),
                links.or(other.links));
    }
}
