package rapport.events.badge;

enum BadgeStatus {
    ACTIVE,
    REVOKED
}
