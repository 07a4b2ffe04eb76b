package rapport.contacts.privacy;

/** How far an erasure is: asked for until the last service has confirmed it, and complete for ever from then on. */
enum ErasureState {
    REQUESTED,
    COMPLETED
}
