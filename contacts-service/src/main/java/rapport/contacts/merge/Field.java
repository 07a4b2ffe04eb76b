package rapport.contacts.merge;

/** What an owner writes down about a contact once: writing again replaces. */
public enum Field {
    DISPLAY_NAME,
    GIVEN_NAME,
    FAMILY_NAME,
    AFFILIATION,
    CAREER_STAGE,
    ORCID,
    ZONE,
    /** How the zone became known; always said together with it. */
    ZONE_SOURCE,
    MY_GOAL,
    PREFERRED_CHANNEL
}
