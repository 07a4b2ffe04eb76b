package rapport.contacts.consent;

/** What became of a request. The holder learns only whether there is a card to be seen. */
enum ConsentState {
    ASKED,
    GRANTED,
    DECLINED,
    /** Not answered in time. It can still be answered. */
    EXPIRED,
    /** Taken back; wins over what the person chose at a registration. */
    WITHDRAWN
}
