package rapport.events.person;

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
