package rapport.events.person;

/** What people can say about themselves; from then on others do not change it. */
enum OwnWord {
    DISPLAY_NAME,
    GIVEN_NAME,
    FAMILY_NAME,
    AFFILIATION,
    CAREER_STAGE,
    ORCID,
    ZONE,
    LOCALE,
    LINKS
}
