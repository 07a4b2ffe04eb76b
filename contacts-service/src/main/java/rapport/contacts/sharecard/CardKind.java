package rapport.contacts.sharecard;

/** For whom a card is meant. */
enum CardKind {
    CONFERENCE,
    RESEARCH,
    PEER,
    OTHER
}
