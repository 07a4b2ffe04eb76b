package rapport.events.speaker;

/** Why two speakers of an event may be one human: the address, or the ORCID iD, of one was told of the other. */
enum MergeReason {
    EMAIL,
    ORCID
}
