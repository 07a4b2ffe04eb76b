package rapport.events.staff;

/** OPEN until the invited person or an owner decides, or a newer invitation of the same address takes its place. */
enum InvitationStatus {
    OPEN,
    ACCEPTED,
    DECLINED,
    REVOKED,
    REPLACED
}
