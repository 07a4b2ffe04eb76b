package rapport.events.staff;

/** What somebody may do at one event: OWNER everything, EDITOR everything but the staff, SCANNER read badges. The largest comes first. */
public enum StaffRole {
    OWNER,
    EDITOR,
    SCANNER;

    public boolean mayEdit() {
        return this != SCANNER;
    }
}
