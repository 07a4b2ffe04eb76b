package rapport.contacts.introduction;

/** What one side answered. Only that side ever sees it. */
enum Answer {
    ACCEPTED,
    DECLINED
}
