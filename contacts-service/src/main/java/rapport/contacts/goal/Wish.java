package rapport.contacts.goal;

/** What somebody looks for, and what a mentor can offer. */
public enum Wish {
    MENTOR,
    RESEARCH_COLLABORATION,
    RESIDENCY_ADVICE,
    PEER
}
