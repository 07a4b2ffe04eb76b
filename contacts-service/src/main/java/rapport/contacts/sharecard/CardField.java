package rapport.contacts.sharecard;

/** What a card may show of the person's own record, besides the name, which is on every card. */
enum CardField {
    AFFILIATION,
    CAREER_STAGE,
    ORCID,
    LINKEDIN,
    RESEARCHGATE,
    X,
    MASTODON,
    BLUESKY,
    PUBMED,
    SCHOLAR,
    WEBSITE
}
