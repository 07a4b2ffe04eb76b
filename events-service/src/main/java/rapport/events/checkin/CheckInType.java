package rapport.events.checkin;

enum CheckInType {
    ENTRY,
    EXIT
}
